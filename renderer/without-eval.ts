/** zod must not make code from text, which the page's content policy forbids. Imported before anything that builds a schema. */
import * as z from 'zod';

z.config({ jitless: true });
