package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.testing.state.ReleasedStateFiles;
import org.vigie.vitals.LoggedStateStore.ChangelogEntry;

/**
 * Tests that the app goes on from state of the positional versions 3 and 4. The code of those versions wrote the files of this test, after
 * the first records of the {@link EarlierVitalsStory}.
 */
class EarlierVersionStateTest {
    private static final ReleasedStateFiles FILES = new ReleasedStateFiles(EarlierVersionStateTest.class, "");
    private static final int STORED = 80;
    /** The last stored records are processed again, as after a crash. */
    private static final int AGAIN = 20;

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void recordsThatComeAgainGetTheVerdictsOfThatVersion(int version) {
        // given
        var step = new CleanStepHarness(stored(version));

        // when
        List<String> verdicts = verdicts(step, EarlierVitalsStory.records().subList(STORED - AGAIN, STORED));

        // then
        assertThat(verdicts).isEqualTo(FILES.lines("verdicts-version-" + version + ".tsv"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aRestartWithTheStateWrittenByFieldNameChangesNoLaterVerdict(int version) {
        // given
        int restart = STORED + AGAIN;
        List<RawObservation> records = EarlierVitalsStory.records();
        List<String> expected =
                verdicts(new CleanStepHarness(stored(version)), records.subList(STORED, restart + AGAIN));
        var migrated = new CleanStepHarness(stored(version));

        // when
        List<String> verdicts = verdicts(migrated, records.subList(STORED, restart));
        migrated.commit();
        List<ChangelogEntry> changelog = new ArrayList<>(stored(version));
        changelog.addAll(migrated.changelog());
        verdicts.addAll(verdicts(new CleanStepHarness(changelog), records.subList(restart, restart + AGAIN)));

        // then
        assertThat(expected).hasSize(2 * AGAIN);
        assertThat(verdicts).isEqualTo(expected);
    }

    private static List<String> verdicts(CleanStepHarness step, List<RawObservation> records) {
        List<String> verdicts = new ArrayList<>();
        for (RawObservation raw : records) {
            List<String> reasons = step.clean(raw, EarlierVitalsStory.STAY).verdicts().stream()
                    .map(verdict -> verdict.reason().name())
                    .toList();
            verdicts.add(raw.offset() + "\t" + reasons);
        }
        return verdicts;
    }

    /** Returns the changelog of a version. A bar in a key stands for the separator. */
    private static List<ChangelogEntry> stored(int version) {
        return FILES.parts("state-version-" + version + ".tsv").stream()
                .map(part -> part.withSeparator('|', '\u001f'))
                .map(part -> ChangelogEntry.of(part.key(), part.value()))
                .toList();
    }
}
