package org.vigie.replay.export;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.MessageStory;
import org.vigie.testing.story.WardStory;

/** Exports records that later records withdraw, correct or give to a patient. */
class ExportedCorrectionsTest {
    private static final Instant IN = Instant.parse("2026-03-01T06:00:00Z");

    @TempDir
    Path directory;

    private final ReadingTables tables = new ReadingTables(TopicCatalogue.in("ward", 1), ExportPseudonyms.none());
    private final BedStory bed = new WardStory().bed("1");
    private ExportDatabase database;

    @BeforeEach
    void open() throws IOException, SQLException {
        database = ExportDatabase.open();
    }

    @AfterEach
    void close() throws IOException, SQLException {
        database.close();
    }

    @Test
    void aWithdrawnValueIsNoCleanReading() throws SQLException {
        // given
        List<CleanObservation> records = bed.heartRate("80 250")
                .every(1, SECONDS)
                .withdraw(VariableNames.HR, 250)
                .cleanObservations();

        // when
        new LoadedTable<>(database, tables.clean()).take(records);

        // then
        assertThat(database.texts("SELECT value::INT::VARCHAR FROM clean")).containsExactly("80");
    }

    @Test
    void aCorrectedValueIsOneCleanReadingWithItsNewValue() throws SQLException {
        // given
        List<CleanObservation> records =
                new ArrayList<>(bed.heartRate("80").every(1, SECONDS).cleanObservations());
        CleanObservation corrected = CleanObservation.newBuilder(records.get(0)).build();
        JudgedReading reading = corrected.getReadings().get(0);
        reading.setValue(86.0);
        reading.setWithdraws(List.of(80.0));
        records.add(corrected);

        // when
        new LoadedTable<>(database, tables.clean()).take(records);

        // then
        assertThat(database.texts("SELECT value::INT::VARCHAR FROM clean")).containsExactly("86");
    }

    @Test
    void aValueOfAnotherDeviceStaysWhenOneIsWithdrawn() throws SQLException {
        // given
        List<CleanObservation> records = new ArrayList<>(bed.heartRate("80")
                .every(1, SECONDS)
                .withdraw(VariableNames.HR, 80)
                .cleanObservations());
        records.add(
                1,
                CleanObservation.newBuilder(records.get(0)).setDevice("other").build());

        // when
        new LoadedTable<>(database, tables.clean()).take(records);

        // then
        assertThat(database.rows("clean")).isEqualTo(1);
    }

    @Test
    void aCorrectionInOneChannelLeavesTheSameValueOfAnother() throws SQLException {
        // given: an arterial and a venous lactate of one instant, with the same number
        MessageStory both = lactate().kept(VariableNames.LACTATE, 2).from("venous", true);
        CleanObservation corrected = bed.at(IN)
                .corrected(VariableNames.LACTATE, 2, 6)
                .from("arterial", true)
                .clean();

        // when
        new LoadedTable<>(database, tables.clean()).take(List.of(both.clean(), corrected));

        // then
        assertThat(database.texts("SELECT channel || ' ' || value::INT FROM clean ORDER BY channel"))
                .containsExactly("arterial 6", "venous 2");
    }

    @Test
    void aWithdrawalWithoutAChannelRemovesTheValueOfTheChannelThatHadIt() throws SQLException {
        // given
        CleanObservation withdrawn =
                bed.at(IN).withdrawn(VariableNames.LACTATE, 2).clean();

        // when
        new LoadedTable<>(database, tables.clean()).take(List.of(lactate().clean(), withdrawn));

        // then
        assertThat(database.rows("clean")).isZero();
    }

    private MessageStory lactate() {
        return bed.at(IN).kept(VariableNames.LACTATE, 2).from("arterial", true);
    }

    @Test
    void aMessageThatWasGivenToItsPatientIsExportedOnce() throws SQLException {
        // given
        CleanObservation identified =
                bed.heartRate("80").every(1, SECONDS).cleanObservations().get(0);
        CleanObservation provisional =
                CleanObservation.newBuilder(identified).setStay("provisional-1").build();
        identified.setAttributedFrom("provisional-1");

        // when
        new LoadedTable<>(database, tables.vitals()).take(List.of(provisional, identified));

        // then
        assertThat(database.texts("SELECT stay FROM vitals")).containsExactly(identified.getStay());
    }

    @Test
    void aRejectedReadingStaysWhenItsMessageWasGivenToThePatient() throws SQLException {
        // given: a message with a kept and a rejected reading of an unknown patient
        MessageStory message = bed.at(IN).offset(7).kept(VariableNames.HR, 80);
        CleanObservation identified = message.clean();
        CleanObservation provisional =
                CleanObservation.newBuilder(identified).setStay("provisional-1").build();
        RejectedReading rejected = message.rejected(VariableNames.SPO2, CleaningReasonRecord.DEVICE_INVALID);
        rejected.setStay("provisional-1");
        identified.setAttributedFrom("provisional-1");

        // when
        new LoadedTable<>(database, tables.vitals()).take(List.of(provisional, rejected, identified));

        // then
        assertThat(rejected.getOrigin().getOffset())
                .isEqualTo(identified.getOrigin().getOffset());
        assertThat(database.texts("SELECT stay || ' ' || variable || ' ' || verdict FROM vitals ORDER BY variable"))
                .containsExactly(identified.getStay() + " hr KEPT", "provisional-1 spo2 REJECTED");
    }

    @Test
    void aTransferIsNeitherAnAdmissionNorADischargeInMeds() throws Exception {
        // given
        Instant moved = IN.plus(Duration.ofHours(3));
        List<SpecificRecord> records = new ArrayList<>();
        records.add(new BedStays("REA/1", List.of(time("REA/1", IN, null))));
        records.add(new BedStays("REA/1", List.of(time("REA/1", IN, moved))));
        records.add(new BedStays("USC/1", List.of(time("USC/1", moved, null))));
        records.addAll(bed.heartRate("80").every(1, SECONDS).cleanObservations());

        // when
        List<String> events = meds(records);

        // then
        assertThat(events).containsExactly("ICU_ADMISSION REA", "VIGIE//hr");
    }

    @Test
    void aDischargeThatWasCancelledIsNoneAndTheLastOneIsThatOfTheStay() throws Exception {
        // given
        Instant wrong = IN.plus(Duration.ofHours(3));
        List<SpecificRecord> records = new ArrayList<>();
        records.add(new BedStays("REA/1", List.of(time("REA/1", IN, wrong))));
        records.add(new BedStays("REA/1", List.of(time("REA/1", IN, null))));
        records.add(new BedStays("REA/1", List.of(time("REA/1", IN, IN.plus(Duration.ofHours(9))))));
        records.addAll(bed.heartRate("80").every(1, SECONDS).cleanObservations());

        // when
        List<String> events = meds(records);

        // then
        assertThat(events).containsExactly("ICU_ADMISSION REA", "VIGIE//hr", "ICU_DISCHARGE REA");
        assertThat(database.texts("SELECT max(time)::VARCHAR FROM events")).containsExactly("2026-03-01 15:00:00");
    }

    @Test
    void aWithdrawnValueIsNoEventOfMeds() throws Exception {
        // when
        List<String> events = meds(bed.heartRate("80 250")
                .every(1, SECONDS)
                .withdraw(VariableNames.HR, 250)
                .cleanObservations());

        // then
        assertThat(events).containsExactly("VIGIE//hr");
    }

    /** Returns the events in their order, with the unit of care. */
    private List<String> meds(List<? extends SpecificRecord> records) throws IOException, SQLException {
        var table = new MedsTable(TopicCatalogue.in("ward", 1), ExportPseudonyms.none());
        new LoadedTable<>(database, table.table()).take(records);
        new MedsFiles(database, directory).write(IN);
        return database.texts("SELECT concat_ws(' ', code, text_value) FROM '%s'"
                .formatted(directory.resolve("data").resolve("all").resolve("0.parquet")));
    }

    private Stay time(String place, Instant from, Instant until) {
        return Stay.newBuilder(bed.admission(from, until))
                .setBed(place)
                .setAdmittedAt(IN)
                .build();
    }
}
