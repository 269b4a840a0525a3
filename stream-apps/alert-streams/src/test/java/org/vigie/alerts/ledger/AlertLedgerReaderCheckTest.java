package org.vigie.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;

/** Tests that each broken invariant of a ledger is found. */
class AlertLedgerReaderCheckTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<Alert> ledger = new ArrayList<>();

    private Alert.Builder entry(AlertStateRecord state, String alert, int second) {
        Instant at = START.plusSeconds(second);
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay("stay-1")
                .setBed("REA/1")
                .setRule("hr_high")
                .setRuleVersion("t")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setState(state)
                .setOnset(START)
                .setRaisedAt(START)
                .setAt(at)
                .setClearedAt(state == AlertStateRecord.CLEARED ? at : null)
                .setMessageFr("é")
                .setMessageEn("e")
                .setConditionDelayMs(0)
                .setCausePublishedAt(at)
                .setCauses(List.of());
    }

    /** Chains and seals the entries. */
    private AlertLedgerReaderCheckTest then(Alert.Builder next) {
        Alert last = ledger.isEmpty() ? null : ledger.get(ledger.size() - 1);
        Alert made = next.setSequence(ledger.size() + 1)
                .setPreviousHash(last == null ? "" : last.getHash())
                .build();
        made.setHash(LedgerEntryHash.of(made));
        ledger.add(made);
        return this;
    }

    private AlertLedgerReaderCheckTest then(AlertStateRecord state, String alert, int second) {
        return then(entry(state, alert, second));
    }

    private AlertLedgerReaderCheckTest asked(AlertStateRecord state, String id, int second, Instant pausedUntil) {
        var command = AlarmCommandRecord.newBuilder()
                .setCommand(id)
                .setStay("stay-1")
                .setAlert("a")
                .setKind(CommandTypeRecord.PAUSE_AUDIO)
                .setBy("n-1")
                .setAt(START)
                .build();
        return then(entry(state, "a", second)
                .setCommand(command)
                .setCondition(AlertCondition.newBuilder()
                        .setAudioPausedUntil(pausedUntil)
                        .build()));
    }

    private Optional<String> breach() {
        var check = new LedgerCheck();
        for (int i = 0; i < ledger.size(); i++) {
            var breach = check.take("ledger-0-" + i, ledger.get(i));
            if (breach.isPresent()) {
                return breach.map(LedgerCheck.LedgerBreach::toString);
            }
        }
        return Optional.empty();
    }

    @Test
    void aWholeLedgerBreaksNothing() {
        // when
        then(AlertStateRecord.RAISED, "a", 0)
                .asked(AlertStateRecord.AUDIO_PAUSED, "c-1", 5, START.plusSeconds(60))
                .then(AlertStateRecord.AUDIO_RESUMED, "a", 60)
                .asked(AlertStateRecord.ACKNOWLEDGED, "c-2", 61, null)
                .then(AlertStateRecord.CLEARED, "a", 90)
                .then(AlertStateRecord.RAISED, "b", 95);

        // then
        assertThat(breach()).isEmpty();
    }

    @Test
    void aClearWithoutARaiseIsNamed() {
        // when
        then(AlertStateRecord.CLEARED, "a", 0);

        // then
        assertThat(breach()).hasValue("ledger-0-0: stay stay-1, entry 1: CLEARED without RAISED");
    }

    @Test
    void anAcknowledgeBeforeARaiseIsNamed() {
        // when
        asked(AlertStateRecord.ACKNOWLEDGED, "c-1", 0, null).then(AlertStateRecord.RAISED, "a", 1);

        // then
        assertThat(breach()).hasValue("ledger-0-0: stay stay-1, entry 1: ACKNOWLEDGED before RAISED");
    }

    @Test
    void aPauseThatDoesNotEndIsNamed() {
        // when
        then(AlertStateRecord.RAISED, "a", 0)
                .asked(AlertStateRecord.AUDIO_PAUSED, "c-1", 5, START.plusSeconds(60))
                .then(entry(AlertStateRecord.ESCALATED, "a", 61));

        // then
        assertThat(breach())
                .hasValue("ledger-0-2: stay stay-1, entry 3: the pause of a should have ended at 2026-03-01T08:01:00Z");
    }

    @Test
    void aSecondOpenEpisodeOfOneRuleIsNamed() {
        // when
        then(AlertStateRecord.RAISED, "a", 0).then(AlertStateRecord.RAISED, "b", 1);

        // then
        assertThat(breach()).hasValue("ledger-0-1: stay stay-1, entry 2: a second open episode of hr_high");
    }

    @Test
    void anEntryThatIsOlderThanTheOneBeforeItIsNamed() {
        // when
        then(entry(AlertStateRecord.RAISED, "a", 60).setLedgerVersion(1))
                .then(entry(AlertStateRecord.ESCALATED, "a", 59).setLedgerVersion(1));

        // then
        assertThat(breach())
                .hasValue(
                        "ledger-0-1: stay stay-1, entry 2: at 2026-03-01T08:00:59Z, older than the entry before it at "
                                + "2026-03-01T08:01:00Z");
    }

    @Test
    void anEntryOfAVersionThatKeptNoOrderMayBeOlder() {
        // when
        then(AlertStateRecord.RAISED, "a", 60).then(AlertStateRecord.ESCALATED, "a", 59);
        then(entry(AlertStateRecord.CLEARED, "a", 58).setLedgerVersion(1));

        // then
        assertThat(breach()).isEmpty();
    }

    @Test
    void anIdentityThatIsUsedAgainIsNamed() {
        // when
        then(AlertStateRecord.RAISED, "a", 0)
                .then(AlertStateRecord.CLEARED, "a", 1)
                .then(AlertStateRecord.RAISED, "a", 2);

        // then
        assertThat(breach()).hasValue("ledger-0-2: stay stay-1, entry 3: an episode that was raised before");
    }

    @Test
    void aCommandThatIsObeyedTwiceIsNamed() {
        // when
        then(AlertStateRecord.RAISED, "a", 0)
                .asked(AlertStateRecord.AUDIO_PAUSED, "c-1", 5, START.plusSeconds(60))
                .asked(AlertStateRecord.AUDIO_PAUSED, "c-1", 6, START.plusSeconds(61));

        // then
        assertThat(breach()).hasValue("ledger-0-2: stay stay-1, entry 3: a command that was obeyed before");
    }

    @Test
    void anEntryThatWasChangedIsNamed() {
        // given
        then(AlertStateRecord.RAISED, "a", 0).then(AlertStateRecord.CLEARED, "a", 9);

        // when
        ledger.get(0).setPriority(AlarmPriorityRecord.LOW);

        // then
        assertThat(breach()).hasValue("ledger-0-0: stay stay-1, entry 1: its hash is not that of what it says");
    }

    @Test
    void anEntryThatIsMissingIsNamed() {
        // given
        then(AlertStateRecord.RAISED, "a", 0)
                .then(AlertStateRecord.ESCALATED, "a", 5)
                .then(AlertStateRecord.CLEARED, "a", 9);

        // when
        ledger.remove(1);

        // then
        assertThat(breach()).hasValue("ledger-0-1: stay stay-1, entry 3: entry 2 is missing");
    }

    @Test
    void aForkIsNamed() {
        // given
        then(AlertStateRecord.RAISED, "a", 0).then(AlertStateRecord.ESCALATED, "a", 5);
        Alert fork = entry(AlertStateRecord.CLEARED, "a", 9).setSequence(2).build();
        fork.setPreviousHash(ledger.get(0).getHash());
        fork.setHash(LedgerEntryHash.of(fork));

        // when
        ledger.add(fork);

        // then
        assertThat(breach()).hasValue("ledger-0-2: stay stay-1, entry 2: a second, different entry 2");
    }

    @Test
    void whatWasSentTwiceCountsOnceAndTheMeasuredDelayIsNotSealed() {
        // given
        then(AlertStateRecord.RAISED, "a", 0).then(AlertStateRecord.CLEARED, "a", 9);
        Alert again = Alert.newBuilder(ledger.get(0)).setSignalDelayMs(12L).build();

        // when
        ledger.add(again);

        // then
        assertThat(breach()).isEmpty();
    }

    @Test
    void aLedgerWhoseBeginningIsGoneIsWalkedFromWhereItBegins() {
        // given
        then(AlertStateRecord.RAISED, "a", 0)
                .then(AlertStateRecord.ESCALATED, "a", 5)
                .then(AlertStateRecord.CLEARED, "a", 9);

        // when
        ledger.remove(0);

        // then
        assertThat(breach()).isEmpty();
    }

    @Test
    void theCommandTellsWholeFromBrokenByItsStatus(@TempDir Path directory) throws IOException {
        // given
        then(AlertStateRecord.RAISED, "a", 0).then(AlertStateRecord.CLEARED, "a", 9);
        String whole = write(directory.resolve("whole.avro").toFile());
        ledger.remove(0);
        ledger.add(
                0,
                entry(AlertStateRecord.RAISED, "a", 1)
                        .setSequence(1)
                        .setHash("x")
                        .build());
        String broken = write(directory.resolve("broken.avro").toFile());

        // when, then
        assertThat(run("verify", whole))
                .isEqualTo("0 The ledger is whole.\n2 entries of 1 stays, 1 episodes, 0 still open, "
                        + "0 sent again, 0 without a chain, 0 chains begun again\n");
        assertThat(run("verify", broken)).startsWith("1 BROKEN at broken.avro:1: stay stay-1, entry 1: its hash");
        assertThat(run("verify", broken, "--json"))
                .contains("\"whole\" : false")
                .contains("\"place\" : \"broken.avro:1\"");
        assertThat(run("verify", directory.resolve("none.avro").toString())).startsWith("2 ledger verify: ");
    }

    private String write(File file) throws IOException {
        try (var writer = new DataFileWriter<>(new SpecificDatumWriter<>(Alert.class))) {
            writer.create(Alert.getClassSchema(), file);
            for (Alert each : ledger) {
                writer.append(each);
            }
        }
        return file.toString();
    }

    private static String run(String... arguments) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        int status = CommandRunner.of(new LedgerCommand(), writer, writer).execute(arguments);
        return status + " " + out;
    }
}
