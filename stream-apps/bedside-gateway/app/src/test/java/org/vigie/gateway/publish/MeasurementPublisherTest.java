package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.ObservationIdentifiers;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.DropReason;

/** Tests on which bed a value is published. Patient 880021 moves at 10:00 to REA/02, which patient 880022 left at 09:30. */
class MeasurementPublisherTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:30:00Z");
    private static final Duration SLOW = Duration.ofMinutes(70);
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    @TempDir
    Path directory;

    private final RecordedSends sends = new RecordedSends();
    private CensusPublisher census;
    private MeasurementPublisher measurements;

    @BeforeEach
    void open() throws IOException {
        GatewayKeysets keys = GatewayKeysets.load(directory);
        var counters = new GatewayCounters(new PrometheusRegistry());
        var archive = new DeliveryArchive(sends, TOPICS, keys.seal(), counters, Clock.fixed(NOW, ZoneOffset.UTC));
        census = new CensusPublisher(sends, TOPICS, keys.pseudonyms());
        measurements = new MeasurementPublisher(
                sends, TOPICS, census, new ObservationAmendments(name -> List.of(name)), archive, counters);
        move("08:00", MovementAction.ADMIT, "880022", "REA/02");
        move("08:10", MovementAction.ADMIT, "880021", "REA/01");
        move("09:30", MovementAction.DISCHARGE, "880022", "REA/02");
        move("10:00", MovementAction.TRANSFER, "880021", "REA/02");
    }

    @Test
    void aValueWithoutABedGoesToTheBedOfItsPatientWhenItWasMeasured() {
        // when
        publish(potassium("880021", "", "09:00"));
        publish(potassium("880021", "", "10:15"));

        // then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/01", "REA/02");
    }

    @Test
    void aLiveValueWithoutABedGoesToThePresentBedAlthoughItsClockIsSlow() {
        // given: a live monitor that was behind by the same time for more than a minute
        for (int second = 0; second < 70; second++) {
            publishAt(NOW.plusSeconds(second), live(NOW.plusSeconds(second).minus(SLOW)));
        }

        // when
        publishAt(NOW.plusSeconds(70), live(NOW.plusSeconds(70).minus(SLOW)));
        publishAt(NOW.plusSeconds(71), live(NOW.minus(SLOW)).withStatus(MeasurementStatusRecord.CORRECTED));

        // then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .startsWith("REA/01")
                .endsWith("REA/02", "REA/01");
    }

    @Test
    void aSlowClockIsKnownBesideTheRightOneOfAnotherPatientWhenTheSenderNamesNoDevices() throws IOException {
        // given: two monitors behind one interface
        move("08:00", MovementAction.ADMIT, "880023", "REA/03");
        for (int second = 0; second < 70; second++) {
            Instant now = NOW.plusSeconds(second);
            publishAt(now, live("880023", now), live("880021", now.minus(SLOW)));
        }

        // when
        publishAt(NOW.plusSeconds(70), live("880021", NOW.plusSeconds(70).minus(SLOW)));

        // then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .startsWith("REA/03", "REA/01")
                .endsWith("REA/02");
    }

    @Test
    void aValueOfASlowClockThatSendsOnceAMinuteGoesToTheBedOfItsTime() {
        // when
        for (int minute = 0; minute < 10; minute++) {
            Instant now = NOW.plusSeconds(60L * minute);
            publishAt(now, live(now.minus(SLOW)));
        }

        // then: it cannot be told from a feed that is late by a fixed time
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsOnly("REA/01");
    }

    @Test
    void aLiveValueThatARightClockDeliversLateGoesToTheBedOfItsTime() {
        // when
        publishAt(NOW, live(NOW));
        publishAt(NOW.plusSeconds(1), live(at("09:20")));

        // then: another patient lay in the present bed then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/02", "REA/01");
    }

    @Test
    void aLateLiveValueOfATimeWithoutAKnownBedIsQuarantinedWhileAnotherPatientLayInThePresentOne() {
        // when
        publishAt(NOW, live(NOW));
        PublishedMeasurements late = publishAt(NOW.plusSeconds(1), live(at("08:05")));

        // then
        assertThat(late.leftOut()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_BED);
        assertThat(sends.values(TOPICS.recordsQuarantined())).hasSize(1);
    }

    @Test
    void aReplacementWithoutANumberOfNothingIsCountedAsLeftOut() {
        // given
        MeasuredValue sent = potassium("880021", "REA/02", "10:15");
        MeasuredValue text = new MeasuredValue(
                        "REA/02",
                        "880021",
                        "",
                        at("10:15"),
                        "potassium",
                        Double.NaN,
                        "mmol/L",
                        sent.status(),
                        sent.limits())
                .withIdentifiers(new ObservationIdentifiers(List.of("id|k"), true));

        // when
        PublishedMeasurements published = publish(text);

        // then
        assertThat(sends.values(TOPICS.observationsRaw())).isEmpty();
        assertThat(published.published()).isZero();
        assertThat(published.leftOut()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_RESULT);
    }

    @Test
    void aStateOfAnInfusionIsPublishedAndIsNoReadingOfItsMessage() {
        // given
        MeasuredValue sent = potassium("880021", "REA/02", "10:15");
        MeasuredValue paused = new MeasuredValue(
                        "REA/02",
                        "880021",
                        "",
                        at("10:20"),
                        "noradrenaline",
                        0,
                        "ug/kg/min",
                        sent.status(),
                        sent.limits())
                .withIdentifiers(new ObservationIdentifiers(List.of("id|inf"), false).ofState());

        // when
        PublishedMeasurements bedless =
                publish(potassium("880099", "", "10:15").withIdentifiers(ObservationIdentifiers.UNNAMED.ofState()));
        PublishedMeasurements first = publish(sent, paused);
        PublishedMeasurements again = publish(paused);

        // then
        assertThat(bedless.leftOut()).isEmpty();
        assertThat(first.published()).isEqualTo(1);
        assertThat(first.leftOut()).isEmpty();
        assertThat(again.leftOut()).isEmpty();
        assertThat(sends.values(TOPICS.observationsRaw()))
                .singleElement()
                .satisfies(record -> assertThat(record.getReadings()).hasSize(2));
    }

    @Test
    void aValueOfAPatientWhoHadNoBedThenIsQuarantined() {
        // when
        PublishedMeasurements published = publish(potassium("880022", "", "10:15"));

        // then
        assertThat(published.leftOut()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_BED);
        assertThat(sends.values(TOPICS.observationsRaw())).isEmpty();
        assertThat(sends.values(TOPICS.recordsQuarantined())).hasSize(1);
    }

    @Test
    void aLaboratoryValueThatNamesThePresentBedGoesToTheBedOfItsTime() {
        // when
        publish(potassium("880021", "REA/02", "09:00"));
        publish(potassium("880021", "REA/02", "10:15"));
        publish(potassium("880021", "REA/07", "09:00"));
        publish(potassium("", "REA/02", "09:00"));

        // then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/01", "REA/02", "REA/07", "REA/02");
    }

    @Test
    void aLaboratoryValueThatNamesTheBedOfItsOrderDoesNotGoToTheNextPatientThere() throws IOException {
        // given
        move("10:05", MovementAction.ADMIT, "880023", "REA/01");

        // when
        publish(potassium("880021", "REA/01", "10:15"));

        // then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/02");
    }

    @Test
    void aLaboratoryValueWhoseCodeIsMappedLaterGoesToTheBedOfItsPatientToo() throws IOException {
        // given
        move("10:05", MovementAction.ADMIT, "880023", "REA/01");

        // when
        int published = publishLate(potassium("880021", "REA/01", "10:15"));

        // then
        assertThat(published).isEqualTo(1);
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/02");
        assertThat(sends.values(TOPICS.recordsQuarantined())).isEmpty();
    }

    @Test
    void aMessageWhoseCodeIsMappedLaterIsQuarantinedWhenAValueOfItHasNoBed() {
        // when: 880022 left at 09:30, and 880021 came at 10:00
        int published = publishLate(potassium("880021", "REA/02", "10:15"), potassium("880022", "REA/02", "10:15"));

        // then
        assertThat(published).isEqualTo(1);
        assertThat(sends.values(TOPICS.recordsQuarantined())).singleElement().satisfies(lost -> {
            assertThat(lost.getReason()).isEqualTo(QuarantineReason.NO_BED);
            assertThat(lost.getDetail()).isEqualTo("no bed for 1 observations");
        });
    }

    @Test
    void aLaboratoryValueOfAPatientWhoLeftIsQuarantinedWhenAnotherOneLiesOnTheNamedBed() {
        // when: 880022 left at 09:30, and 880021 came at 10:00
        PublishedMeasurements published = publish(potassium("880022", "REA/02", "10:15"));
        publish(potassium("880022", "REA/02", "09:45"));
        publish(potassium("unknown", "REA/02", "10:15"));

        // then
        assertThat(published.leftOut()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_BED);
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/02", "REA/02");
    }

    @Test
    void aValueOfAMonitorKeepsTheBedThatItSends() {
        // when
        publish(value("hr", "880021", "REA/02", "09:00"));

        // then
        assertThat(sends.values(TOPICS.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/02");
    }

    private PublishedMeasurements publish(MeasuredValue... values) {
        return publishAt(NOW, values);
    }

    private PublishedMeasurements publishAt(Instant now, MeasuredValue... values) {
        PublishedMeasurements published = measurements.publish(delivery(values), now);
        published.sent().join();
        measurements.remember(published);
        return published;
    }

    private int publishLate(MeasuredValue... values) {
        return measurements.publishLate(delivery(values), NOW).join();
    }

    private static IntakeDelivery delivery(MeasuredValue... values) {
        return new IntakeDelivery(
                IntakeProtocol.HL7, "LAB", "m-1", 1, List.of(values), List.of(), List.of(), List.of(), new byte[1]);
    }

    /** Returns a heart rate of a monitor that names no bed. */
    private static MeasuredValue live(Instant time) {
        return live("880021", time);
    }

    private static MeasuredValue live(String patient, Instant time) {
        MeasuredValue any = value("hr", patient, "", "09:00");
        return new MeasuredValue(
                "", any.patient(), "", time, any.variable(), any.value(), any.unit(), any.status(), any.limits());
    }

    private static MeasuredValue potassium(String patient, String bed, String time) {
        return value("potassium", patient, bed, time);
    }

    private static MeasuredValue value(String variable, String patient, String bed, String time) {
        return new MeasuredValue(
                bed,
                patient,
                "",
                at(time),
                variable,
                4.1,
                "mmol/L",
                MeasurementStatusRecord.VALID,
                ValueRange.UNBOUNDED);
    }

    private void move(String time, MovementAction action, String patient, String bed) throws IOException {
        census.apply(
                List.of(new PatientMovement(
                        "A0",
                        action,
                        patient,
                        "V-" + patient,
                        bed,
                        "",
                        "",
                        Optional.of(at(time)),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        PatientDemographics.UNKNOWN)),
                NOW);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-28T" + time + ":00Z");
    }
}
