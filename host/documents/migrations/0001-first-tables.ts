import type { Migration } from './migration.ts';

/** `place` is the order shown, from 0; packed columns are JSON under deflate. */
export const FIRST_TABLES: Migration = {
  to: 1,
  sql: `
    CREATE TABLE document (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      revision INTEGER NOT NULL,  -- one more with each edit, undo and redo
      done INTEGER NOT NULL       -- entries of the history in force; those after it can be redone
    ) STRICT;
    INSERT INTO document VALUES (1, 0, 0);

    CREATE TABLE scenario (
      id TEXT PRIMARY KEY,
      place INTEGER NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;

    CREATE TABLE comparison (
      id TEXT PRIMARY KEY,
      place INTEGER NOT NULL,
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE compared (
      comparison TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      scenario TEXT NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (comparison, place)
    ) STRICT;
    CREATE INDEX compared_by_scenario ON compared (scenario);

    CREATE TABLE dataset (
      id TEXT PRIMARY KEY,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      source TEXT NOT NULL,       -- the imported file's name, without its folder
      figures BLOB NOT NULL       -- packed: columns and rows
    ) STRICT;

    CREATE TABLE note (
      subject TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE history (
      entry INTEGER PRIMARY KEY,  -- 1, 2, 3 ...
      label TEXT NOT NULL,
      steps BLOB NOT NULL,        -- packed
      inverse BLOB NOT NULL       -- packed: the steps that take it back
    ) STRICT;

    CREATE TABLE result (
      number INTEGER PRIMARY KEY, -- in the order made
      id TEXT NOT NULL UNIQUE,
      label TEXT NOT NULL,
      made TEXT NOT NULL,         -- ISO time
      scenario_names TEXT NOT NULL CHECK (json_valid(scenario_names)),
      replications INTEGER NOT NULL,
      seed INTEGER NOT NULL,
      experiment BLOB NOT NULL    -- packed
    ) STRICT;
  `,
};
