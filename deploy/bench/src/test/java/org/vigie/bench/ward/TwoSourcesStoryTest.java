package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.publish.ObservationAssembler;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Observation;
import org.vigie.terminology.CodeMap;
import org.vigie.testing.story.WardStory;

/** Tests two respiratory rates from the monitor's HL7 message to the alarms: only one of them raises alarms. */
class TwoSourcesStoryTest {
    private static final Instant START = Instant.parse("2026-06-10T10:00:00Z");
    private static final String BED = "REA/21";
    private static final DateTimeFormatter HL7 =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ").withZone(ZoneOffset.UTC);

    private final Hl7Reader reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneId.of("Europe/Paris")));
    private final ObservationAssembler observations = new ObservationAssembler();
    private final List<Alert> ledger = new ArrayList<>();
    private int second;

    @Test
    void theImpedanceRateRaisesNoAlarmWhileCapnographySends() {
        try (TopologyChain topologies = admitted()) {
            // when: 90 s of 14 breaths by CO2 and 40 by impedance, which shakes
            for (int i = 0; i < 90; i++) {
                monitor(topologies, 14, "R", 40 + i % 3);
            }

            // then
            assertThat(raised()).noneMatch(rule -> rule.contains("rr"));
        }
    }

    @Test
    void whenCapnographyIsLostTheImpedanceRateIsAlarmedOn() {
        try (TopologyChain topologies = admitted()) {
            // given
            for (int i = 0; i < 30; i++) {
                monitor(topologies, 14, "R", 40 + i % 3);
            }

            // when: the capnograph sends "not available"
            for (int i = 0; i < 90; i++) {
                monitor(topologies, 14, "X|NAV", 40 + i % 3);
            }

            // then
            assertThat(ledger)
                    .filteredOn(alert -> alert.getState() == AlertStateRecord.RAISED)
                    .flatExtracting(Alert::getCauses)
                    .extracting(cause -> cause.getVariable())
                    .contains("rr");
        }
    }

    @Test
    void anAlarmOfThePreferredSourceIsRaisedThoughTheOtherIsNormal() {
        try (TopologyChain topologies = admitted()) {
            // when
            for (int i = 0; i < 90; i++) {
                monitor(topologies, 40 + i % 3, "R", 14);
            }

            // then
            assertThat(ledger)
                    .filteredOn(alert -> alert.getState() == AlertStateRecord.RAISED)
                    .flatExtracting(Alert::getCauses)
                    .extracting(cause -> cause.getVariable())
                    .contains("rr");
        }
    }

    private List<String> raised() {
        return ledger.stream()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .flatMap(alert -> alert.getCauses().stream())
                .map(cause -> cause.getVariable())
                .toList();
    }

    private TopologyChain admitted() {
        var topologies = new TopologyChain(START);
        topologies.send(new WardStory().bed(BED, "s1").stays(START), START);
        return topologies;
    }

    /** One message of the monitor, a second after the one before. */
    private void monitor(TopologyChain topologies, int co2, String co2Status, int impedance) {
        Instant now = START.plusSeconds(++second);
        String flag = co2Status.endsWith("NAV") ? "NAV" : "";
        String message = "MSH|^~\\&|FIELDMON|VALBRUME|VIGIE|VALBRUME|" + HL7.format(now) + "||ORU^R01^ORU_R01|m"
                + second
                + "|P|2.6\rPID|||880021^^^VALBRUME^PI\rPV1||I|REA^^21\rOBR|1|||182777000^monitoring of patient^SCT|||"
                + HL7.format(now)
                + "\rOBX|1||69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||X|||||||BOX-1"
                + "\rOBX|2||69682^MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD^MDC|1.20.0.0|||||||X"
                + "\rOBX|3|NM|151562^MDC_RESP_RATE^MDC|1.20.1.1|" + co2 + "|264928^MDC_DIM_RESP_PER_MIN^MDC||" + flag
                + "|||R\rOBX|4||70666^MDC_DEV_ECG_RESP_VMD^MDC|1.6.0.0|||||||X"
                + "\rOBX|5|NM|151562^MDC_RESP_RATE^MDC|1.6.1.1|" + impedance
                + "|264928^MDC_DIM_RESP_PER_MIN^MDC|||||R\r";
        MessageOutcome outcome = reader.read(message.getBytes(StandardCharsets.UTF_8));
        for (Observation observation :
                observations.of("FIELDMON|VALBRUME", "m" + second, outcome.observations(), now)) {
            topologies.send(observation, now);
        }
        topologies.advanceTo(now);
        ledger.addAll(topologies.ledger());
    }
}
