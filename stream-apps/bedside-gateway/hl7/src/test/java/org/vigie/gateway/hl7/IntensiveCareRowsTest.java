package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what the rows of ventilators and infusion pumps become (IHE PCD-01). */
class IntensiveCareRowsTest {
    @Test
    void theRowsOfAVentilatorBecomeItsVariables() {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|NM|151976^MDC_VENT_PRESS_AWAY_END_EXP_POS^MDC|1.1.1.1|8|266048^MDC_DIM_CM_H2O^MDC|||||F",
                "OBX|2|NM|151980^MDC_VENT_VOL_TIDAL^MDC|1.1.1.2|420|263762^MDC_DIM_MILLI_L^MDC|||||F",
                "OBX|3|NM|151784^MDC_PRESS_RESP_PLAT^MDC|1.1.1.3|24|266048^MDC_DIM_CM_H2O^MDC|||||F",
                "OBX|4|NM|152196^MDC_CONC_AWAY_O2_INSP^MDC|1.1.1.4|60|262688^MDC_DIM_PERCENT^MDC|||||F",
                "OBX|5|CWE|184352^MDC_VENT_MODE^MDC|1.1.1.5|475147^MDC_VENT_MODE_ISO_AC_PC_6ACAP^MDC||||||F");

        // when, then
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(message)))
                .containsExactly(
                        "peep 8.0", "tidal_volume 420.0", "plateau_pressure 24.0", "fio2 60.0", "vent_mode 4.0");
    }

    @Test
    void theDrugOfAPumpChannelNamesItsDoseRate() {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||F",
                "OBX|2|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|0.25|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||F",
                "OBX|3|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.3.1|Dobutamine||||||F",
                "OBX|4|NM|157924^MDC_RATE_DOSE^MDC|1.1.3.2|300|^ug/kg/h|||||F");

        // when, then
        assertThat(Hl7TestMessages.of(message).observations())
                .extracting(value -> value.variable() + " " + value.value())
                .containsExactly("noradrenaline 0.25", "dobutamine 5.0");
    }

    @Test
    void aRateForTheWholePatientIsDividedByTheWeightInThePump() {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|1.1.1.1|80000|^g|||||F",
                "OBX|2|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||F",
                "OBX|3|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|20|^ug/min|||||F",
                "OBX|4|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.3.1|Vasopressin||||||F",
                "OBX|5|NM|157924^MDC_RATE_DOSE^MDC|1.1.3.2|2.4|^U/h|||||F");

        // when, then
        assertThat(Hl7TestMessages.of(message).observations())
                .extracting(value -> value.variable() + " " + value.value())
                .contains("noradrenaline 0.25", "vasopressin 0.04");
    }

    @Test
    void aRateForTheWholePatientIsLeftOutWithoutAWeight() {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||F",
                "OBX|2|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|20|^ug/min|||||F");

        // when, then
        assertThat(Hl7TestMessages.of(message).observations()).isEmpty();
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(message))).contains("OBX-6 unknown unit");
    }

    @ParameterizedTest
    @CsvSource({
        // the status of the source channel, of the pump (two generations), and the flow of the pump
        "158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.22|^pump-delivery-status-not-delivering, noradrenaline 0.0 VALID",
        "184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-not-infusing, noradrenaline 0.0 VALID",
        "184508^MDC_PUMP_STAT^MDC|1.1.1.1|^pump-status-paused, noradrenaline 0.0 VALID",
        "158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|0, noradrenaline 0.0 VALID",
        "184508^MDC_PUMP_STAT^MDC|1.1.1.1|^pump-status-kvo, noradrenaline 0.25 QUESTIONABLE",
        "184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing, noradrenaline 0.25 VALID",
        // the state of another pump
        "184519^MDC_PUMP_INFUSING_STATUS^MDC|1.2.1.1|^pump-status-not-infusing, noradrenaline 0.25 VALID",
    })
    void theRateOfAPumpThatDoesNotDeliverIsZero(String status, String expected) {
        // given: the dose rate of a paused pump is the programmed one
        String message = Hl7TestMessages.oru(
                "OBX|1|CWE|" + status + "||||||R",
                "OBX|2|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||F",
                "OBX|3|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|0.25|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||F");

        // when, then
        assertThat(Hl7TestMessages.of(message).observations())
                .extracting(value -> value.variable() + " " + value.value() + " " + value.status())
                .containsExactly(expected);
    }

    @Test
    void theFlowOfAChannelThatNamesADrugCountsForThisChannelOnly() {
        // given: two drugs in one pump
        String message = Hl7TestMessages.oru(
                "OBX|1|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||F",
                "OBX|2|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|0.25|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||F",
                "OBX|3|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.2.5|20|265266^MDC_DIM_MILLI_L_PER_HR^MDC|||||R",
                "OBX|4|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.3.1|Dobutamine||||||F",
                "OBX|5|NM|157924^MDC_RATE_DOSE^MDC|1.1.3.2|5|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||F",
                "OBX|6|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.3.5|0|265266^MDC_DIM_MILLI_L_PER_HR^MDC|||||R");

        // when, then
        assertThat(Hl7TestMessages.of(message).observations())
                .extracting(value -> value.variable() + " " + value.value() + " " + value.status())
                .containsExactly("noradrenaline 0.25 VALID", "dobutamine 0.0 VALID");
    }

    @Test
    void aPausedPumpHasTheRateZeroWithoutItsRateAndWithoutAWeight() {
        // given
        String drug = "OBX|1|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Noradrenaline||||||F";
        String paused = "OBX|2|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.22"
                + "|^pump-delivery-status-not-delivering||||||R";
        String rate = "OBX|3|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|20|^ug/min|||||F";

        // when, then
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(drug, paused))))
                .contains("noradrenaline 0.0");
        assertThat(Hl7TestMessages.of(Hl7TestMessages.oru(drug, paused, rate)).observations())
                .extracting(value -> value.variable() + " " + value.value())
                .containsExactly("noradrenaline 0.0");
    }

    @Test
    void theRateOfAnOrderIsNotReadAsThatOfAPump() {
        // given: PCD-03, which says what a pump shall do and not what it does
        String order = Hl7TestMessages.oru(
                        "RXG|1|||^Noradrenaline|20|||||||||||20|^ug/min",
                        "OBX|1|NM|68063^MDC_ATTR_PT_WEIGHT^MDC||80|^kg|||||F")
                .replace("ORU^R01", "RGV^O15^RGV_O15");

        // when, then
        assertThat(Hl7TestMessages.of(order).observations())
                .extracting(value -> value.variable() + " " + value.value())
                .containsExactly("weight 80.0");
    }

    @Test
    void aDoseRateWithoutAKnownDrugIsLeftOutWithItsReason() {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|ST|184330^MDC_DRUG_NAME_TYPE^MDC|1.1.2.1|Remifentanil||||||F",
                "OBX|2|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|0.1|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||F",
                "OBX|3|ST|184352^MDC_VENT_MODE^MDC|1.1.1.5|BIPAP||||||F");

        // when, then
        assertThat(Hl7TestMessages.of(message).observations()).isEmpty();
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(message))).contains("OBX-3 unmapped code", "OBX-5 text");
    }
}
