import { Button, Collapse, Group, Radio, Select, Slider, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { PAYMENT_CURRENCIES } from '../../../shared/catalog/action.ts';
import type { Workspace } from '../../../shared/catalog/workspace.ts';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { useWords } from '../../words/words-context.ts';
import { isFormChanged } from './form-changed.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { countries, timeZones } from './places.ts';
import { looksLikeToken } from './mixed-up.ts';

/** How the token is shared, in the order of the question. */
const SHARINGS = ['alone', 'shared', 'not-sure'] as const satisfies readonly Workspace['tokenSharing'][];

/** Settings of a workspace. Saved together, because a half-changed workspace would send to the wrong place. */
export function WorkspaceForm({ view }: { readonly view: WorkspaceView }) {
  const words = useWords();
  const { say } = words;
  const saving = useAction();
  const catalog = useCatalog(view.workspaceId);
  const [draft, setDraft] = useState<Workspace>(view.workspace);
  const [isIdMixedUp, setIsIdMixedUp] = useState(false);
  const [isNameMissing, setIsNameMissing] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const [isExpert, { toggle }] = useDisclosure(false);
  const countryData = useMemo(() => countries(words.language), [words.language]);
  const zoneData = useMemo(() => timeZones(draft.timeZone), [draft.timeZone]);

  const change = (part: Partial<Workspace>): void => {
    setDraft({ ...draft, ...part });
    setIsSaved(false);
  };
  const save = async (): Promise<boolean> => {
    setIsNameMissing(draft.name.trim() === '');
    if (draft.name.trim() === '') {
      return false;
    }
    // These are changed in tables of their own, perhaps since this form was opened.
    const { fields, actions, team, catalogReadAtMs } = view.workspace;
    const workspace = {
      ...draft,
      fields: [...fields],
      actions: [...actions],
      team: team === null ? null : [...team],
      catalogReadAtMs,
    };
    const saved = await saving.run(() => ask('workspace.save', { workspaceId: view.workspaceId, workspace }));
    await readApp();
    if (saved !== undefined) {
      setDraft(saved.workspace);
      setIsSaved(true);
    }
    return saved !== undefined;
  };
  const mixedUp = failureWords(say, { kind: 'enterprise-id-is-token' });
  const identifiers = catalog.fields.filter(
    ({ type }) => type === 'phone' || type === 'email' || type === 'text',
  );
  return (
    <form
      aria-labelledby="about-title"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <Title order={2} id="about-title">
          {say('workspace.about')}
        </Title>
        <Group grow align="flex-start">
          <TextInput
            label={say('workspace.name')}
            description={say('workspace.nameHint')}
            maxLength={100}
            value={draft.name}
            error={isNameMissing ? say('workspace.nameMissing') : undefined}
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
          <TextInput
            label={say('workspace.enterpriseId')}
            description={say('workspace.enterpriseIdHint')}
            maxLength={100}
            spellCheck={false}
            autoComplete="off"
            value={draft.enterpriseId}
            error={isIdMixedUp ? `${mixedUp.title} ${mixedUp.next}` : undefined}
            onChange={(event) => {
              change({ enterpriseId: event.currentTarget.value });
              setIsIdMixedUp(false);
            }}
            onBlur={() => {
              setIsIdMixedUp(looksLikeToken(draft.enterpriseId));
            }}
          />
        </Group>
        <ColourChoice
          value={draft.colour}
          onChange={(colour) => {
            change({ colour });
          }}
        />
        <Radio.Group
          label={say('workspace.sharing')}
          description={say('workspace.sharingHint')}
          value={draft.tokenSharing}
          onChange={(value) => {
            change({ tokenSharing: SHARINGS.find((one) => one === value) ?? draft.tokenSharing });
          }}
        >
          <Group gap="lg" mt={6}>
            {SHARINGS.map((sharing) => (
              <Radio key={sharing} value={sharing} label={say(`workspace.sharingOption.${sharing}`)} />
            ))}
          </Group>
        </Radio.Group>
        {draft.tokenSharing !== 'alone' && (
          <div>
            <Text size="sm" fw={500} component="div">
              {say('workspace.keepFree')}:{' '}
              {say('workspace.keepFreeShare', { percent: Math.round(draft.keepFreeShare * 100) })}
            </Text>
            <Slider
              thumbLabel={say('workspace.keepFree')}
              label={null}
              min={0}
              max={0.9}
              step={0.1}
              maw={320}
              mt={6}
              value={draft.keepFreeShare}
              onChange={(keepFreeShare) => {
                change({ keepFreeShare: Math.round(keepFreeShare * 10) / 10 });
              }}
            />
          </div>
        )}
        <Group grow align="flex-start">
          <Select
            label={say('workspace.country')}
            data={countryData}
            searchable
            allowDeselect={false}
            value={draft.defaultCountry}
            onChange={(defaultCountry) => {
              change({ defaultCountry: defaultCountry ?? draft.defaultCountry });
            }}
          />
          <Select
            label={say('workspace.timeZone')}
            data={zoneData}
            searchable
            limit={60}
            allowDeselect={false}
            value={draft.timeZone}
            onChange={(timeZone) => {
              change({ timeZone: timeZone ?? draft.timeZone });
            }}
          />
          <Select
            label={say('workspace.currency')}
            data={[...PAYMENT_CURRENCIES]}
            searchable
            allowDeselect={false}
            value={draft.currency}
            onChange={(value) => {
              change({ currency: PAYMENT_CURRENCIES.find((one) => one === value) ?? draft.currency });
            }}
          />
        </Group>
        <div>
          <Button
            variant="subtle"
            size="xs"
            aria-expanded={isExpert}
            rightSection={<IconChevronDown size={16} aria-hidden />}
            onClick={toggle}
          >
            {say('workspace.expert')}
          </Button>
          <Collapse expanded={isExpert}>
            <Group grow align="flex-start" mt="xs">
              <TextInput
                label={say('workspace.apiUrl')}
                description={say('workspace.apiUrlHint')}
                spellCheck={false}
                maxLength={500}
                value={draft.apiUrl}
                onChange={(event) => {
                  change({ apiUrl: event.currentTarget.value });
                }}
              />
              <Select
                label={say('workspace.identifier')}
                description={say('workspace.identifierHint')}
                data={identifiers.map(({ apiName, label }) => ({ value: apiName, label }))}
                allowDeselect={false}
                value={draft.identifier}
                onChange={(identifier) => {
                  change({ identifier: identifier ?? draft.identifier });
                }}
              />
            </Group>
          </Collapse>
        </div>
        <LeaveQuestion
          workspaceId={view.workspaceId}
          isChanged={isFormChanged(draft, view.workspace)}
          isBusy={saving.isRunning}
          onSave={save}
        />
        <FailureNotice failure={saving.failure} />
        <Group gap="sm">
          <Button type="submit" loading={saving.isRunning}>
            {say('workspace.save')}
          </Button>
          <Text role="status" size="sm" c="var(--good)" fw={600}>
            {isSaved && say('workspace.saved')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
