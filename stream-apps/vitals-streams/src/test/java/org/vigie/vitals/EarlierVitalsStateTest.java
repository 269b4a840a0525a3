package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.testing.state.ReleasedStateFiles;
import org.vigie.vitals.LoggedStateStore.ChangelogEntry;
import org.vigie.vitals.state.BedStateRecord;
import org.vigie.vitals.state.ChannelStateRecord;
import org.vigie.vitals.state.DeviceStateRecord;
import org.vigie.vitals.state.InstantStateRecord;
import org.vigie.vitals.state.MessageStateRecord;

/** Tests that the app starts from the state of every earlier release and decides as that release would have. */
class EarlierVitalsStateTest {
    private static final ReleasedStateFiles FILES = new ReleasedStateFiles(EarlierVitalsStateTest.class, "");

    /** The last stored records are processed again, as after a crash. */
    private static final int AGAIN = 20;

    @Test
    void stateThatRelease010WroteByPositionGivesTheSameVerdicts() {
        // given
        List<RawObservation> records = EarlierVitalsStory.records();
        var step = new CleanStepHarness(positional());

        // when
        List<String> verdicts = verdicts(step, records.subList(EarlierVitalsStory.STORED - AGAIN, records.size()));

        // then
        assertThat(verdicts).isEqualTo(FILES.lines("verdicts-after-0.1.0.tsv"));
    }

    @Test
    void theMigratedStateIsWrittenByFieldNameAndGivesTheSameVerdictsAfterAnotherRestart() {
        // given
        List<RawObservation> records = EarlierVitalsStory.records();
        var migrated = new CleanStepHarness(positional());
        int until = EarlierVitalsStory.STORED + 40;
        List<String> verdicts = verdicts(migrated, records.subList(EarlierVitalsStory.STORED - AGAIN, until));
        migrated.commit();
        List<ChangelogEntry> changelog = new ArrayList<>(positional());
        changelog.addAll(migrated.changelog());

        // when
        var restarted = new CleanStepHarness(changelog);

        // then
        assertThat(restarted.stored()).isEqualTo(migrated.stored());
        verdicts.addAll(verdicts(restarted, records.subList(until, records.size())));
        assertThat(verdicts).isEqualTo(FILES.lines("verdicts-after-0.1.0.tsv"));
        assertThat(migrated.changelog())
                .filteredOn(entry -> new String(entry.key(), StandardCharsets.UTF_8).startsWith("device"))
                .isNotEmpty()
                .allMatch(entry ->
                        StateRecordCodec.isEncoded(Arrays.copyOfRange(entry.value(), 1, entry.value().length)));
    }

    @Test
    void everyReleasedSchemaIsUnchangedAndReadByTheNewest() {
        assertThat(CleaningStateFormat.SCHEMAS.problems(List.of(
                        MessageStateRecord.getClassSchema(),
                        DeviceStateRecord.getClassSchema(),
                        ChannelStateRecord.getClassSchema(),
                        InstantStateRecord.getClassSchema(),
                        BedStateRecord.getClassSchema())))
                .isEmpty();
    }

    private static List<String> verdicts(CleanStepHarness step, List<RawObservation> records) {
        List<String> verdicts = new ArrayList<>();
        for (RawObservation raw : records) {
            verdicts.add(raw.offset() + "\t"
                    + step.clean(raw, EarlierVitalsStory.STAY).verdicts());
        }
        return verdicts;
    }

    /** Returns the changelog of release 0.1.0. A bar in a key stands for the separator. */
    private static List<ChangelogEntry> positional() {
        return FILES.parts("state-0.1.0.tsv").stream()
                .map(part -> part.withSeparator('|', '\u001f'))
                .map(part -> ChangelogEntry.of(part.key(), part.value()))
                .toList();
    }
}
