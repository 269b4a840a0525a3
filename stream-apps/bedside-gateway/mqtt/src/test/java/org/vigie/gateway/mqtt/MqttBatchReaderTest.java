package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.DropReason;

class MqttBatchReaderTest extends MqttBatchReading {
    @Test
    void aShortNameOfSomethingElseIsUnmapped() {
        // when
        MessageOutcome outcome = batch("""
            {"code":"MAP","name":"Mean airway pressure","system":"99VENT","value":14,"unit":"mm[Hg]"},
            {"code":"RR","name":"R-R interval","value":14,"unit":"/min"},
            {"code":"RR","name":"Respiratory rate","value":15,"unit":"/min"}\
            """);

        // then
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsOnly(DropReason.UNMAPPED_CODE);
        assertThat(outcome.observations()).extracting(MeasuredValue::value).containsExactly(15.0);
    }

    @Test
    void aReadingIsNamedByTheCatalogueOrByACode() {
        // when
        MessageOutcome outcome = batch("""
            {"variable":"hr","value":88},
            {"code":"150456","system":"MDC","value":97,"unit":"%","status":"questionable"},
            {"code":"8310-5","system":"http://loinc.org","value":101.3,"unit":"[degF]","time":1772698501000},
            {"variable":"pulse_nibp","value":71,"unit":"bpm"}\
            """);

        // then
        assertThat(outcome.observations())
                .extracting(
                        MeasuredValue::bed,
                        MeasuredValue::variable,
                        MeasuredValue::value,
                        MeasuredValue::status,
                        MeasuredValue::time)
                .containsExactly(
                        tuple(
                                "REA/03",
                                "hr",
                                88.0,
                                MeasurementStatusRecord.VALID,
                                Instant.parse("2026-03-05T08:15:00Z")),
                        tuple(
                                "REA/03",
                                "spo2",
                                97.0,
                                MeasurementStatusRecord.QUESTIONABLE,
                                Instant.parse("2026-03-05T08:15:00Z")),
                        tuple(
                                "REA/03",
                                "temp",
                                38.5,
                                MeasurementStatusRecord.VALID,
                                Instant.parse("2026-03-05T08:15:01Z")),
                        tuple(
                                "REA/03",
                                "pulse_nibp",
                                71.0,
                                MeasurementStatusRecord.VALID,
                                Instant.parse("2026-03-05T08:15:00Z")));
    }

    @Test
    void aSaturationThatIsSentFromTheBedIsThePulseOximeters() {
        // when
        MessageOutcome outcome =
                batch("{\"code\":\"2708-6\",\"system\":\"http://loinc.org\",\"value\":71,\"unit\":\"%\"}");

        // then
        assertThat(outcome.observations()).extracting(MeasuredValue::variable).containsExactly("spo2");
    }

    @Test
    void ofTwoSourcesOfOneVariableEachBearsItsChannel() {
        // when
        MessageOutcome outcome = batch("""
            {"variable":"rr","value":12,"channel":"CO2"},
            {"variable":"rr","value":31,"channel":"impedance"},
            {"variable":"spo2","value":97,"channel":2},
            {"code":"151594","system":"MDC","value":13},
            {"variable":"temp","value":37.1}\
            """);

        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value, MeasuredValue::channel)
                .containsExactly(
                        tuple("rr", 12.0, "CO2"),
                        tuple("rr", 31.0, "impedance"),
                        tuple("spo2", 97.0, "2"),
                        tuple("rr", 13.0, "MDC_CO2_RESP_RATE"),
                        tuple("temp", 37.1, ""));
    }

    @Test
    void readingsAreCountedWhateverBecomesOfThem() {
        assertThat(read(TOPIC, "{\"device\":\"m\",\"readings\":[1,[{}],{},null]}")
                        .readings())
                .isEqualTo(4);
        assertThat(read(TOPIC, "{\"device\":\"m\",\"readings\":{\"variable\":\"hr\"}}")
                        .readings())
                .isEqualTo(1);
        assertThat(read(TOPIC, "{\"readings\":[1,2]}").readings()).isEqualTo(2);
        assertThat(read(TOPIC, "{\"device\":\"m\"}").readings()).isZero();
        assertThat(read(TOPIC, "{\"device\":\"m\",\"readings\":[1,[{}],{},null]}")
                        .outcome()
                        .dropped())
                .hasSize(4);
    }

    @Test
    void whatIsTakenBackNeedsNoValue() {
        // when
        MessageOutcome outcome = batch("""
            {"variable":"temp","status":"RETRACTED"}, {"code":"8867-4","system":"LN","value":88,"unit":"/min","status":"RETRACTED"},
            {"code":"x-1","status":"RETRACTED"}\
            """);

        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(
                        tuple("temp", Double.NaN, MeasurementStatusRecord.RETRACTED),
                        tuple("hr", 88.0, MeasurementStatusRecord.RETRACTED));
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.RETRACTED);
    }

    @Test
    void anUnknownStatusIsNotValid() {
        assertThat(batch("{\"variable\":\"hr\",\"value\":1,\"status\":\"fine\"}")
                        .observations())
                .extracting(MeasuredValue::status)
                .containsExactly(MeasurementStatusRecord.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"unit\":\"/min\"", ",\"unit\":\"\"", ",\"unit\":null"})
    void aNumberForNoMeasurementIsNoneWithAUnitAndWithout(String unit) {
        // when, then
        for (String number : List.of("-999", "32767", "-1", "-1.0", "65535", "-99.9", "9999", "8388607")) {
            MessageOutcome outcome = batch("{\"variable\":\"hr\",\"value\":" + number + unit + "}");
            assertThat(outcome.observations()).isEmpty();
            assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_MEASUREMENT);
        }
        assertThat(batch("{\"variable\":\"cvp\",\"value\":-1}").observations())
                .extracting(MeasuredValue::value)
                .containsExactly(-1.0);
    }

    @Test
    void everyVariableMayBeSentWithoutItsUnit() {
        VariableCatalogue.standard()
                .all()
                .forEach(variable -> assertThat(batch("{\"variable\":\"" + variable.name() + "\",\"value\":7.25}")
                                .observations())
                        .as(variable.name())
                        .extracting(MeasuredValue::value, MeasuredValue::unit)
                        .containsExactly(tuple(7.25, variable.unit())));
    }

    /** Else the value that it takes back would stay. */
    @Test
    void whatIsTakenBackWithANumberOrUnitThatCannotBeReadIsTakenBack() {
        // when
        MessageOutcome outcome = batch("""
            {"variable":"hr","value":-999,"status":"RETRACTED"}, {"variable":"hr","value":5,"unit":"mL","status":"RETRACTED"},
            {"variable":"hr","value":80,"unit":["/min"],"status":"RETRACTED"}\
            """);

        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value)
                .containsExactly(tuple("hr", Double.NaN), tuple("hr", Double.NaN), tuple("hr", 80.0));
    }

    @Test
    void aCorrectionWithoutAUsableValueIsACorrectionWithoutANumber() {
        // when
        MessageOutcome outcome = batch("""
            {"variable":"potassium","status":"CORRECTED"}, {"variable":"hr","value":"88","status":"CORRECTED"},
            {"code":"8867-4","system":"LN","value":88,"unit":"parsec","status":"CORRECTED"},
            {"variable":"temp","value":37.1,"unit":[],"status":"CORRECTED"},
            {"code":"x-1","value":null,"status":"CORRECTED"}, {"variable":"hr","channel":[],"status":"CORRECTED"}\
            """);

        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(
                        tuple("potassium", Double.NaN, MeasurementStatusRecord.CORRECTED),
                        tuple("hr", Double.NaN, MeasurementStatusRecord.CORRECTED),
                        tuple("hr", Double.NaN, MeasurementStatusRecord.CORRECTED),
                        tuple("temp", Double.NaN, MeasurementStatusRecord.CORRECTED));
        assertThat(outcome.dropped())
                .extracting(DroppedElement::reason)
                .containsExactly(DropReason.NO_RESULT, DropReason.MALFORMED);
    }

    @Test
    void aLastWillIsATechnicalAlarmUntilTheDeviceIsBack() {
        assertThat(read(TOPIC + "/state", "{\"device\":\"mon-3\",\"state\":\"offline\"}")
                        .outcome()
                        .alerts())
                .extracting(BedsideAlert::bed, BedsideAlert::id, BedsideAlert::type, BedsideAlert::phase)
                .containsExactly(tuple("REA/03", "mon-3-offline", "ST", "start"));
        assertThat(read(TOPIC + "/state", "{\"device\":\"mon-3\",\"state\":\"online\"}")
                        .outcome()
                        .alerts())
                .extracting(BedsideAlert::id, BedsideAlert::phase)
                .containsExactly(tuple("mon-3-offline", "end"));
    }

    @Test
    void theSameBatchHasTheSameMessageId() {
        // given
        String batch = "{\"device\":\"m\",\"readings\":[]}";

        // when, then
        assertThat(read(TOPIC, batch).messageId()).isEqualTo(read(TOPIC, batch).messageId());
        assertThat(read(TOPIC, "{\"device\":\"m\",\"message\":7,\"readings\":[]}")
                        .messageId())
                .isEqualTo("m-7");
    }
}
