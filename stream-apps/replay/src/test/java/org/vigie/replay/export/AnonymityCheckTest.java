package org.vigie.replay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.topic.TopicCatalogue;

/** Exports the facts of stays into a database, and asks whether a patient could be recognised. */
class AnonymityCheckTest {
    private static final Instant IN = Instant.parse("2026-11-01T08:00:00Z");

    private static final PartitionPeriod PERIOD = new PartitionPeriod(IN, IN.plus(Duration.ofDays(30)));

    private final List<BedStays> beds = new ArrayList<>();
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
    void aGroupOfFewStaysIsRefusedAndNamed() throws SQLException {
        // given
        admit("s1", "REA/1", 61.0, 1);
        admit("s2", "REA/2", 68.5, 5);
        admit("s3", "REA/3", 71.0, 1);
        load(new AnonymityLevel(2, 10));

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnonymityCheck(database).report(new AnonymityLevel(2, 10)))
                .withMessageContaining(
                        "must have at least 2 patients (--k), but 1 have fewer: REA 70-79 MALE MEDICAL (1)")
                .withMessageContaining("Take wider age bands (--age-band, now 10 years)")
                .withMessageNotContaining("s3");
    }

    @Test
    void widerBandsMakeOneGroupWhoseSizeAndLengthsAreReported() throws SQLException {
        // given
        var level = new AnonymityLevel(2, 30);
        admit("s1", "REA/1", 61.0, 1);
        admit("s2", "REA/2", 68.5, 5);
        admit("s3", "REA/3", 71.0, 1);
        load(level);

        // when
        AnonymityReport report = new AnonymityCheck(database).report(level);

        // then
        assertThat(report).isEqualTo(new AnonymityReport(1, 3, 2, 2));
        assertThat(report.toString()).contains("k = 3 (2 required), l = 2 lengths of stay, 1 groups");
    }

    @Test
    void aStayCountsOnceOnItsLastBed() throws SQLException {
        // given
        var level = new AnonymityLevel(1, 10);
        admit("s1", "REA/1", 61.0, 1);
        move("s1", "USC/1", 61.0, 1, 3);
        beds.add(beds.get(0)); // the first bed is listed again, for its next patient
        load(level);

        // when
        AnonymityReport report = new AnonymityCheck(database).report(level);

        // then
        assertThat(report).isEqualTo(new AnonymityReport(1, 1, 1, 1));
        assertThat(database.texts("SELECT unit || ' ' || length_band FROM stays"))
                .containsExactly("USC 3-6");
    }

    @Test
    void aPatientWithSeveralStaysCountsOnce() throws SQLException {
        // given
        beds.add(new BedStays("REA/1", List.of(stay("s1", "REA/1", 61.0, IN, 1), again("s2"), again("s3"))));
        load(new AnonymityLevel(2, 10));

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnonymityCheck(database).report(new AnonymityLevel(2, 10)))
                .withMessageContaining("REA 60-69 MALE MEDICAL (1)");
    }

    @Test
    void aStayThatEndedBeforeThePeriodOrBeganAfterItIsNoRow() throws SQLException {
        // given
        admit("s1", "REA/1", 61.0, 1);
        beds.add(new BedStays("REA/2", List.of(stay("early", "REA/2", 61.0, IN.minus(Duration.ofDays(3)), 0))));
        move("late", "REA/3", 61.0, 30, 31);
        load(AnonymityLevel.defaults());

        // then
        assertThat(database.rows("stays")).isEqualTo(1);
    }

    @Test
    void anAdmissionThatWasCancelledIsNoStay() throws SQLException {
        // given
        Stay admitted = stay("s1", "REA/1", 61.0, IN, 1);
        admitted.setUntil(null);
        beds.add(new BedStays("REA/1", List.of(admitted)));
        beds.add(new BedStays("REA/1", List.of()));
        load(AnonymityLevel.defaults());

        // then
        assertThat(database.rows("stays")).isZero();
    }

    @Test
    void anEndedStayThatAShortListNoLongerNamesIsARow() throws SQLException {
        // given
        admit("s1", "REA/1", 61.0, 1);
        admit("s2", "REA/1", 61.0, 2);
        load(AnonymityLevel.defaults());

        // then
        assertThat(database.rows("stays")).isEqualTo(2);
    }

    @Test
    void aConflictOfSeveralPatientsIsNoStay() throws SQLException {
        // given
        admit("conflict-1", "REA/1", 61.0, 1);
        load(AnonymityLevel.defaults());

        // then
        assertThat(database.rows("stays")).isZero();
    }

    @Test
    void noFileNamesThePatient() {
        assertThat(table(AnonymityLevel.defaults()).rows())
                .isEqualTo("SELECT stay, unit, age_band, sex, unit_kind, length_band FROM stays ORDER BY stay");
    }

    @Test
    void aCanaryIsNoStay() throws SQLException {
        // given
        admit("s1", "VIGIE-CANARY/0", 61.0, 1);
        load(AnonymityLevel.defaults());

        // when
        AnonymityReport report = new AnonymityCheck(database).report(AnonymityLevel.defaults());

        // then
        assertThat(report.groups()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,10,0-9", "59.9,10,50-59", "60,10,60-69", "89.9,30,60-89", "90,10,90+", "103,30,90+", "44,90,0-89"})
    void anAgeIsWrittenAsABandAndTheOldestShareOne(double age, int years, String band) {
        assertThat(new AnonymityLevel(5, years).band(age)).isEqualTo(band);
    }

    @Test
    void aLevelThatHidesNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnonymityLevel(0, 10))
                .withMessage("--k: must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnonymityLevel(5, 20))
                .withMessage(
                        "--age-band: must divide 90 years, so that no band is narrower (5, 10, 15, 18, 30, 45, 90), was 20");
    }

    /** Returns a later stay of the patient of the first one. */
    private static Stay again(String stay) {
        Stay later = stay(stay, "REA/1", 61.0, IN.plus(Duration.ofDays(9)), 12);
        later.setPatient("p-s1");
        return later;
    }

    private void admit(String stay, String bed, double age, int days) {
        beds.add(new BedStays(bed, List.of(stay(stay, bed, age, IN, days))));
    }

    private void move(String stay, String bed, double age, int afterDays, int days) {
        Instant moved = IN.plus(Duration.ofDays(afterDays));
        beds.add(new BedStays(bed, List.of(stay(stay, bed, age, moved, days))));
    }

    private static Stay stay(String stay, String bed, double age, Instant from, int days) {
        return Stay.newBuilder()
                .setStay(stay)
                .setPatient("p-" + stay)
                .setBed(bed)
                .setFrom(from)
                .setUntil(IN.plus(Duration.ofDays(days)))
                .setAdmittedAt(IN)
                .setAge(age)
                .setSex(AdministrativeSexRecord.MALE)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .build();
    }

    private void load(AnonymityLevel level) throws SQLException {
        new LoadedTable<>(database, table(level)).take(beds);
    }

    private static ExportTable<ExportedStay> table(AnonymityLevel level) {
        return new StayTable(TopicCatalogue.in("ward", 1), ExportPseudonyms.random(), level, PERIOD).table();
    }
}
