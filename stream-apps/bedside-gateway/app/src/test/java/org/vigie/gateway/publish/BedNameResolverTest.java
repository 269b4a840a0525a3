package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.read.BedList;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;

class BedNameResolverTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:14:59Z");

    private final GatewayCounters counters = new GatewayCounters(new PrometheusRegistry());
    private final BedNameResolver beds =
            new BedNameResolver(BedList.of(List.of("REA/[01-24]")), "OLD/7"::equals, counters);

    private static IntakeDelivery delivery(String bed) {
        var measured = new MeasuredValue(
                bed, "p", "d", AT, "spo2", 71, "%", MeasurementStatusRecord.VALID, ValueRange.UNBOUNDED);
        var movement = new PatientMovement(
                "A02",
                PatientMovement.MovementAction.TRANSFER,
                "p",
                "v",
                bed,
                bed,
                "",
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                "",
                PatientMovement.PatientDemographics.UNKNOWN);
        var alert =
                new BedsideAlert(bed, "p", "d", Optional.of(AT), "a", "c", "t", "", "", "start", "active", "PH", "SP");
        return new IntakeDelivery(
                IntakeProtocol.HL7,
                "s",
                "m",
                1,
                List.of(measured),
                List.of(movement),
                List.of(alert),
                List.of(),
                new byte[0]);
    }

    private void isCalled(String sent, String name) {
        IntakeDelivery named = beds.named(delivery(sent));
        assertThat(named.observations()).extracting(MeasuredValue::bed).containsExactly(name);
        assertThat(named.movements()).extracting(PatientMovement::bed).containsExactly(name);
        assertThat(named.movements()).extracting(PatientMovement::priorBed).containsExactly(name);
        assertThat(named.alerts()).extracting(BedsideAlert::bed).containsExactly(name);
    }

    @Test
    void everythingOfADeliveryIsOnTheListedBedHoweverItIsSpelt() {
        // when
        isCalled("rea^^7", "REA/07");
        isCalled("REA/07", "REA/07");

        // then
        assertThat(counters.all()).isEmpty();
    }

    @Test
    void anUnknownBedIsWatchedUnderAMarkedNameAndCounted() {
        // when
        isCalled("REA/99", "REA/99?");
        isCalled("REA/99", "REA/99?");

        // then
        assertThat(counters.all()).containsEntry("unknown beds", 1L).containsEntry("readings of unknown beds", 2L);
    }

    @Test
    void aLineFeedNeverReachesAKey() {
        // when
        IntakeDelivery named = beds.named(delivery("REA/07\nREA/08"));

        // then
        assertThat(named.observations().get(0).bed())
                .startsWith("REA/07_REA/08~")
                .endsWith("?");
    }

    @Test
    void aBedOfTheWardKeepsItsName() {
        isCalled("OLD/7", "OLD/7");
    }

    @Test
    void whoHasNoBedHasNone() {
        isCalled("", "");
    }

    @Test
    void aBedThatAnotherSenderCallsLikeACanaryIsAnUnknownBed() {
        isCalled("VIGIE-CANARY/7", "VIGIE-CANARY/7?");
    }

    @Test
    void onlyTheCanarysOwnMessagesKeepItsBed() {
        // given
        IntakeDelivery sent = delivery("VIGIE-CANARY/7");
        var own = new IntakeDelivery(
                IntakeProtocol.HL7,
                "VIGIE-CANARY|",
                "m",
                1,
                sent.observations(),
                List.of(),
                List.of(),
                List.of(),
                new byte[0]);

        // when
        IntakeDelivery named = beds.named(own);

        // then
        assertThat(named.observations()).extracting(MeasuredValue::bed).containsExactly("VIGIE-CANARY/7");
        assertThat(counters.all().getOrDefault("unknown beds", 0L)).isZero();
    }
}
