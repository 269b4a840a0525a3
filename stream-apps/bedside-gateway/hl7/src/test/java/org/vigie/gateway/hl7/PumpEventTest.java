package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.MessageOutcome;

/** Tests what the event of an infusion pump (IHE PCD-10, ORU^R42) becomes. The events and their parameters are those of IHE's supplement IPEC 1.5. */
class PumpEventTest {
    private static final String DRUG = "OBX|8|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||R";
    private static final String RATE =
            "OBX|9|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|0.25|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||R";
    private static final String START = "197288^MDC_EVT_PUMP_DELIV_START^MDC";
    private static final String STOP = "^MDC_EVT_PUMP_DELIV_STOP^MDC";
    private static final String COMPLETE = "197292^MDC_EVT_PUMP_DELIV_COMP^MDC";

    @ParameterizedTest
    @CsvSource({
        // event, infusing status, flow, delivery status, rate
        START + ", infusing, 20, delivering, noradrenaline 0.25 VALID",
        STOP + ", not-infusing, 0, not-delivering, noradrenaline 0.0 VALID",
        // a change of the rate, and the end of the programmed volume: the pump goes on
        STOP + ", infusing, 20, transitioning, noradrenaline 0.25 VALID",
        STOP + ", not-infusing, 0, transitioning, noradrenaline 0.0 VALID",
        COMPLETE + ", infusing, 20, transitioning, noradrenaline 0.25 VALID",
        COMPLETE + ", not-infusing, 0, not-delivering, noradrenaline 0.0 VALID",
        // to keep the vein open
        START + ", infusing, 1, kvo, noradrenaline 0.25 QUESTIONABLE",
    })
    void anEventGivesTheRateThatThePumpDeliversFromThen(
            String event, String infusing, String flow, String delivery, String rate) {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(event(
                "OBX|4|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|" + event + "||||||R",
                "OBX|5|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-" + infusing + "||||||R",
                "OBX|6|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|" + flow
                        + "|265266^MDC_DIM_MILLI_L_PER_HR^MDC|||||R",
                "OBX|7|CWE|158005^MDC_DEV_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.22|^pump-delivery-status-" + delivery
                        + "||||||R",
                DRUG,
                RATE));

        // then
        assertThat(rates(outcome)).containsExactly(rate);
        assertThat(outcome.alerts()).isEmpty();
    }

    /** The statuses are required by IHE. Without them a stop may be the change of a rate. */
    @ParameterizedTest
    @CsvSource({STOP + ", QUESTIONABLE", COMPLETE + ", QUESTIONABLE", START + ", VALID"})
    void aStopWithoutAStatusMakesTheProgrammedRateDoubtful(String event, String status) {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(
                event("OBX|4|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|" + event + "||||||R", DRUG, RATE));

        // then
        assertThat(rates(outcome)).containsExactly("noradrenaline 0.25 " + status);
    }

    @Test
    void everyRowIsAReadingOrLeftOutWithItsReason() {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(event(
                "OBX|4|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|" + START + "||||||R",
                "OBX|5|NM|157985^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|12|263762^MDC_DIM_MILLI_L^MDC|||||R",
                "OBX|6|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Insuline||||||R",
                RATE));

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(left(outcome))
                .containsExactly(
                        "OBX[1] device row",
                        "OBX[2] device row",
                        "OBX[3] device row",
                        "OBX[4] pump event",
                        "OBX[5] unmapped code",
                        "OBX[6] text",
                        "OBX[7] unmapped code");
    }

    /** Alarms of pumps come as ORU^R40. A nurse who is called for each start of a pump answers no call. */
    @Test
    void anEventThatStandsInARowOfItsOwnIsNoAlarm() {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(event("OBX|4|ST|" + START + "|1.0.0.1|START||||||R", DRUG, RATE));

        // then
        assertThat(outcome.alerts()).isEmpty();
        assertThat(left(outcome)).contains("OBX[4] pump event");
        assertThat(rates(outcome)).containsExactly("noradrenaline 0.25 VALID");
    }

    private static String event(String... rows) {
        List<String> all = new ArrayList<>(List.of(
                "OBX|1||69985^MDC_DEV_PUMP_INFUS_MDS^MDC|1.0.0.0|||||||X|||20260610115955+0200||||PUMP-7",
                "OBX|2||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|1.1.0.0|||||||X",
                "OBX|3||69987^MDC_DEV_PUMP_INFUS_CHAN^MDC|1.1.2.0|||||||X"));
        all.addAll(List.of(rows));
        return Hl7TestMessages.oru(all.toArray(String[]::new)).replace("ORU^R01", "ORU^R42^ORU_R01");
    }

    private static List<String> rates(MessageOutcome outcome) {
        return outcome.observations().stream()
                .map(one -> one.variable() + " " + one.value() + " " + one.status())
                .toList();
    }

    private static List<String> left(MessageOutcome outcome) {
        return outcome.dropped().stream()
                .map(one -> one.segment() + " " + one.reason())
                .toList();
    }
}
