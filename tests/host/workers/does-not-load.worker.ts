/** A worker whose file cannot be loaded, as where an installation is torn. */
throw new Error('half of the file is missing');
