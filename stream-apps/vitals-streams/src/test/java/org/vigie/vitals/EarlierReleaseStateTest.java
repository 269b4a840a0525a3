package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.vitals.LoggedStateStore.ChangelogEntry;
import org.vigie.vitals.state.BedStateRecord;
import org.vigie.vitals.state.ChannelStateRecord;
import org.vigie.vitals.state.DeviceStateRecord;
import org.vigie.vitals.state.InstantStateRecord;
import org.vigie.vitals.state.MessageStateRecord;

/** Tests that the app starts from the state of every earlier release and decides as that release would have. */
class EarlierReleaseStateTest {
    /** The last stored records are processed again, as after a crash. */
    private static final int AGAIN = 20;

    @Test
    void stateThatRelease010WroteByPositionGivesTheSameVerdicts() throws IOException {
        // given
        List<RawObservation> records = EarlierReleaseStory.records();
        var step = new CleanStepHarness(positional());

        // when
        List<String> verdicts = verdicts(step, records.subList(EarlierReleaseStory.STORED - AGAIN, records.size()));

        // then
        assertThat(verdicts).isEqualTo(lines("verdicts-after-0.1.0.tsv"));
    }

    @Test
    void theMigratedStateIsWrittenByFieldNameAndGivesTheSameVerdictsAfterAnotherRestart() throws IOException {
        // given
        List<RawObservation> records = EarlierReleaseStory.records();
        var migrated = new CleanStepHarness(positional());
        int until = EarlierReleaseStory.STORED + 40;
        List<String> verdicts = verdicts(migrated, records.subList(EarlierReleaseStory.STORED - AGAIN, until));
        migrated.commit();
        List<ChangelogEntry> changelog = new ArrayList<>(positional());
        changelog.addAll(migrated.changelog());

        // when
        var restarted = new CleanStepHarness(changelog);

        // then
        assertThat(restarted.stored()).isEqualTo(migrated.stored());
        verdicts.addAll(verdicts(restarted, records.subList(until, records.size())));
        assertThat(verdicts).isEqualTo(lines("verdicts-after-0.1.0.tsv"));
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
                    + step.clean(raw, EarlierReleaseStory.STAY).verdicts());
        }
        return verdicts;
    }

    /** Returns the changelog of release 0.1.0: keys with a bar for each separator, values in hexadecimal digits. */
    private static List<ChangelogEntry> positional() throws IOException {
        return lines("state-0.1.0.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> ChangelogEntry.of(
                        cells[0].replace('|', '\u001f'), HexFormat.of().parseHex(cells[1])))
                .toList();
    }

    private static List<String> lines(String resource) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EarlierReleaseStateTest.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
