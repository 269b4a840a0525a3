package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.DropReason;

/** Tests what is left out of a batch with its reason, and which batches are refused. */
class MqttBatchRefusalTest extends MqttBatchReading {
    @Test
    void whatIsNoNumberIsLeftOutWithItsReason() {
        // when
        MessageOutcome outcome = batch("""
            {"variable":"hr","value":null}, {"variable":"hr","value":"88"}, {"variable":"hr","value":true},
            {"code":"x-1","value":1}, {"value":1}, {"variable":"hr","value":5,"unit":"mL"}, 7,
            {"variable":"hr","value":80,"time":"yesterday"}, {"code":"8867-4","system":"LN","value":-999,"unit":"/min"}\
            """);

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped())
                .extracting(DroppedElement::segment, DroppedElement::reason)
                .containsExactly(
                        tuple("readings[0]", DropReason.NO_RESULT),
                        tuple("readings[1]", DropReason.TEXT),
                        tuple("readings[2]", DropReason.NOT_A_NUMBER),
                        tuple("readings[3]", DropReason.UNMAPPED_CODE),
                        tuple("readings[4]", DropReason.NO_CODE),
                        tuple("readings[5]", DropReason.UNKNOWN_UNIT),
                        tuple("readings[6]", DropReason.MALFORMED),
                        tuple("readings[7]", DropReason.UNREADABLE_TIME),
                        tuple("readings[8]", DropReason.NO_MEASUREMENT));
    }

    /** The field case: seconds, where milliseconds are expected, and its kin. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1795880169; milliseconds since 1970; these look like seconds",
                "1795880169000000; milliseconds since 1970; these look like microseconds",
                "1795880169000000000; milliseconds since 1970; these look like nanoseconds",
                "0; milliseconds since 1970, from 2000 to 2199",
                "-1795880169000; milliseconds since 1970, from 2000 to 2199",
                "99999999999999999999; milliseconds since 1970, or ISO 8601 with its zone",
                "1795880169.5; milliseconds since 1970, or ISO 8601 with its zone",
                "1.795880169e12; milliseconds since 1970, or ISO 8601 with its zone",
                "\"1795880169000\"; milliseconds since 1970, or ISO 8601 with its zone",
                "\"2026-11-28T19:36:09\"; ISO 8601 with its zone; this has none",
                "\"2026-11-28\"; milliseconds since 1970, or ISO 8601 with its zone",
                "\"1970-01-01T00:00:00Z\"; a time from 2000 to 2199",
                "\"2026-11-28T19:36:09+14:01\"; an offset from -12:00 to +14:00",
                "\"2026-11-28T19:36:09-13:00\"; an offset from -12:00 to +14:00",
                "\"1899-11-28T19:36:09Z\"; a time from 2000 to 2199",
                "\"28/11/2026 19:36\"; milliseconds since 1970, or ISO 8601 with its zone",
                "\"\"; milliseconds since 1970, or ISO 8601 with its zone",
                "true; milliseconds since 1970, or ISO 8601 with its zone",
                "[1795880169000]; milliseconds since 1970, or ISO 8601 with its zone",
                "{\"at\":1795880169000}; milliseconds since 1970, or ISO 8601 with its zone"
            })
    void aTimeThatWouldHaveToBeGuessedIsLeftOutWithWhatWasExpected(String line) {
        // given
        String time = line.substring(0, line.indexOf("; "));
        String expected = line.substring(line.indexOf("; ") + 2);

        // when: the batch's time, and a reading's own
        MessageOutcome batch = read(
                        TOPIC,
                        "{\"device\":\"mon-81\",\"message\":\"s1\",\"time\":" + time
                                + ",\"readings\":[{\"variable\":\"temp\",\"value\":37.5}]}")
                .outcome();
        MessageOutcome own = batch(
                "{\"variable\":\"temp\",\"value\":37.5,\"time\":" + time + "},{\"variable\":\"hr\",\"value\":80}");

        // then
        assertThat(batch.observations()).isEmpty();
        assertThat(batch.dropped())
                .extracting(
                        DroppedElement::segment,
                        DroppedElement::field,
                        DroppedElement::code,
                        DroppedElement::reason,
                        DroppedElement::expected)
                .containsExactly(tuple("batch", "time", "temp", DropReason.UNREADABLE_TIME, expected));
        assertThat(own.observations()).extracting(MeasuredValue::variable).containsExactly("hr");
        assertThat(own.dropped())
                .extracting(DroppedElement::segment, DroppedElement::reason, DroppedElement::readings)
                .containsExactly(tuple("readings[0]", DropReason.UNREADABLE_TIME, 1));
    }

    @Test
    void aReadingWithoutAnyTimeIsLeftOut() {
        // when
        MessageOutcome outcome = read(TOPIC, "{\"device\":\"m\",\"readings\":[{\"variable\":\"temp\",\"value\":37.5}]}")
                .outcome();

        // then
        assertThat(outcome.dropped())
                .extracting(DroppedElement::reason, DroppedElement::expected)
                .containsExactly(tuple(DropReason.NO_TIME, "milliseconds since 1970, or ISO 8601 with its zone"));
    }

    @Test
    void aFieldOfTheWrongTypeIsNotAbsent() {
        // given
        String readings = """
            {"variable":"hr","value":1,"status":["INVALID"]}, {"variable":"hr","value":2,"status":true},
            {"variable":"hr","value":3,"status":{"code":"TEST"}}, {"variable":"hr","value":4,"status":0.5},
            {"variable":"abp_sys","value":5,"unit":["mmHg"]}, {"variable":"abp_sys","value":6,"unit":{"code":"kPa"}},
            {"variable":"hr","value":7,"channel":["x"]}, {"variable":"hr","value":8,"channel":{"a":1}},
            {"variable":"hr","value":9,"channel":false}, {"variable":["hr"],"code":"8867-4","system":"LN","value":10,"unit":"/min"},
            {"code":["8867-4"],"variable":"hr","value":11}, {"code":"150456","system":["MDC"],"value":12,"unit":"%"},
            {"code":"8867-4","system":"LN","name":{},"value":13,"unit":"/min"},
            {"variable":"hr","value":80,"status":null,"unit":null,"channel":null}, {"variable":"hr","value":81,"status":5}\
            """;
        // when
        MessageOutcome outcome = batch(readings);
        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::value, MeasuredValue::status)
                .containsExactly(
                        tuple(80.0, MeasurementStatusRecord.VALID), tuple(81.0, MeasurementStatusRecord.UNKNOWN));
        assertThat(outcome.dropped()).hasSize(13).allMatch(left -> left.reason() == DropReason.MALFORMED);
        assertThat(outcome.dropped())
                .allMatch(left -> left.readings() == 1 && left.expected().equals("text"));
        assertThat(outcome.dropped())
                .extracting(DroppedElement::field)
                .containsExactly(
                        "status",
                        "status",
                        "status",
                        "status",
                        "unit",
                        "unit",
                        "channel",
                        "channel",
                        "channel",
                        "variable",
                        "code",
                        "system",
                        "name");
        assertThat(outcome.dropped().get(0).value()).isEqualTo("[\"INVALID\"]");
    }

    @Test
    void aBatchWhosePatientIsNoTextIsRefused() {
        // given
        String batch = "{\"device\":\"m\",\"time\":\"2026-03-05T09:15:00Z\",\"patient\":PATIENT,\"readings\":[{}]}";

        // when, then
        assertThat(read(TOPIC, batch.replace("PATIENT", "[\"p1\"]")).outcome().error())
                .isEqualTo("patient: must be text");
        assertThat(read(TOPIC, batch.replace("PATIENT", "{\"id\":1}")).readings())
                .isEqualTo(1);
        assertThat(read(TOPIC, batch.replace("PATIENT", "17")).isRefused()).isFalse();
        assertThat(read(TOPIC, "{\"device\":[\"m\"],\"readings\":[]}").outcome().error())
                .isEqualTo("device: must be text");
        assertThat(read(TOPIC, "{\"device\":\"m\",\"message\":[7],\"readings\":[]}")
                        .outcome()
                        .error())
                .isEqualTo("message: must be text");
    }

    @Test
    void aBatchThatCannotBeReadNamesThePlace() {
        assertThat(read(TOPIC, "{\"device\":\"m\",}").outcome().error())
                .isEqualTo("JSON: not well-formed at line 1, column 15");
        assertThat(read(TOPIC, "[]").outcome().error()).isEqualTo("batch: must be an object");
        assertThat(read(TOPIC, "{\"readings\":[]}").outcome().error()).isEqualTo("device: required");
        assertThat(read(TOPIC, "{\"device\":\"m\"}").outcome().error()).isEqualTo("readings: must be a list");
        assertThat(read(TOPIC, "{\"device\":\"m\",\"device\":\"n\"}").isRefused())
                .isTrue();
        assertThat(read(TOPIC, "").isRefused()).isTrue();
    }

    @Test
    void otherTopicsAreNoBeds() {
        assertThat(MqttTopicAddress.of("icu", "icu/REA")).isEmpty();
        assertThat(MqttTopicAddress.of("icu", "icu/REA/03/waves")).isEmpty();
        assertThat(MqttTopicAddress.of("i.u", "icu/REA/03")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "icu/REA/03       | {\"device\":             | MALFORMED_MESSAGE",
                "icu/REA/03       | [1]                       | REFUSED_MESSAGE",
                "icu/REA/03       | {\"readings\":[]}         | REFUSED_MESSAGE",
                "icu/REA/03       | {\"device\":\"mon-3\"}     | REFUSED_MESSAGE",
                "icu/REA/03/state | {\"device\":\"mon-3\",\"state\":\"asleep\"} | REFUSED_MESSAGE",
            })
    void aRefusedBatchIsQuarantinedWithItsReason(String topic, String payload, QuarantineReason reason) {
        // when
        BatchReadResult read = read(topic, payload);

        // then
        assertThat(read.refusal()).contains(reason);
        assertThat(read.outcome().ack()).isEqualTo("refused");
        assertThat(read.outcome().error()).isNotEmpty();
    }

    @Test
    void aBatchThatIsTakenHasNoRefusal() {
        assertThat(read(TOPIC, "{\"device\":\"mon-3\",\"readings\":[]}").refusal())
                .isEmpty();
    }
}
