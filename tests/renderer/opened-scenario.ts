/** A scenario in a document of a host in memory, kept worked out as a screen that shows it would. */
import { autorun } from 'mobx';
import type { ScenarioContent } from '../../host/contract.ts';
import { DocumentStore } from '../../renderer/stores/document-store.ts';
import { ScenarioStore } from '../../renderer/stores/scenario-store.ts';
import { FakeHost, withScenario } from './fake-host.ts';

export function openedScenario(content: ScenarioContent) {
  const host = new FakeHost(withScenario(content));
  const document = new DocumentStore(host, host.state);
  const scenario = new ScenarioStore(document, 's');
  autorun(() => [scenario.document, scenario.field('name'), scenario.differing]);
  return { host, document, scenario };
}
