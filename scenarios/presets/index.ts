/** Every preset, the reference service first. */
import barkingDagenham from './barking-dagenham.json' with { type: 'json' };
import bracknellForestFamily from './bracknell-forest-family.json' with { type: 'json' };
import bracknellForestYouth from './bracknell-forest-youth.json' with { type: 'json' };
import brightonHove from './brighton-hove.json' with { type: 'json' };
import buckinghamshire from './buckinghamshire.json' with { type: 'json' };
import eastSussex from './east-sussex.json' with { type: 'json' };
import greenwich from './greenwich.json' with { type: 'json' };
import greenwichConnect from './greenwich-connect.json' with { type: 'json' };
import greenwichCore from './greenwich-core.json' with { type: 'json' };
import hampshire from './hampshire.json' with { type: 'json' };
import isleOfWight from './isle-of-wight.json' with { type: 'json' };
import kent from './kent.json' with { type: 'json' };
import lincolnshire from './lincolnshire.json' with { type: 'json' };
import medway from './medway.json' with { type: 'json' };
import miltonKeynes from './milton-keynes.json' with { type: 'json' };
import oldham from './oldham.json' with { type: 'json' };
import oldhamIntensive from './oldham-intensive.json' with { type: 'json' };
import oldhamLow from './oldham-low.json' with { type: 'json' };
import oldhamMedium from './oldham-medium.json' with { type: 'json' };
import oxfordshire from './oxfordshire.json' with { type: 'json' };
import portsmouth from './portsmouth.json' with { type: 'json' };
import { type Preset, presetSchema } from './preset.ts';
import reading from './reading.json' with { type: 'json' };
import reference from './reference.json' with { type: 'json' };
import warwickshire from './warwickshire.json' with { type: 'json' };
import warwickshirePathways from './warwickshire-pathways.json' with { type: 'json' };
import westBerkshire from './west-berkshire.json' with { type: 'json' };
import westSussex from './west-sussex.json' with { type: 'json' };
import windsorMaidenhead from './windsor-maidenhead.json' with { type: 'json' };
import wokingham from './wokingham.json' with { type: 'json' };

export const PRESETS: readonly Preset[] = [
  reference,
  barkingDagenham,
  bracknellForestFamily,
  bracknellForestYouth,
  brightonHove,
  buckinghamshire,
  eastSussex,
  greenwich,
  greenwichConnect,
  greenwichCore,
  hampshire,
  isleOfWight,
  kent,
  lincolnshire,
  medway,
  miltonKeynes,
  oldham,
  oldhamIntensive,
  oldhamLow,
  oldhamMedium,
  oxfordshire,
  portsmouth,
  reading,
  warwickshire,
  warwickshirePathways,
  westBerkshire,
  westSussex,
  windsorMaidenhead,
  wokingham,
].map((preset) => presetSchema.parse(preset));
