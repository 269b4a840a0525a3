package org.vigie.gateway.hl7.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.Hl7TestMessages;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.DropReason;

/** Tests what is kept of an alarm that a monitor raised (IHE PCD-04), with all its rows or with few of them. */
class Hl7AlertReaderTest {
    private static final String EVENT = "OBX|1|CWE|196648^MDC_EVT_HI^MDC|1.1.1.1.1|HR high^FC haute^L||||||F";
    private static final String SOURCE = "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1.2|151|/min|||||F";
    private static final String PHASE = "OBX|3|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1.1.1.1.3|start||||||F";
    private static final String STATE = "OBX|4|ST|68482^MDC_ATTR_ALARM_STATE^MDC|1.1.1.1.4|active||||||F";
    private static final String PRIORITY = "OBX|5|ST|68484^MDC_ATTR_ALARM_PRIORITY^MDC|1.1.1.1.5|PH||||||F";
    private static final String TYPE = "OBX|6|ST|68485^MDC_ATTR_ALERT_TYPE^MDC|1.1.1.1.6|SP||||||F";

    @Test
    void anAlarmHasItsEventItsSourceAndItsAttributes() {
        // when
        BedsideAlert alert = alarm(EVENT, SOURCE, PHASE, STATE, PRIORITY, TYPE);

        // then
        assertThat(alert.bed()).isEqualTo("REA/21");
        assertThat(alert.code()).contains("196648").contains("MDC_EVT_HI");
        assertThat(alert.text()).isEqualTo("FC haute");
        assertThat(alert.source()).contains("MDC_ECG_HEART_RATE");
        assertThat(alert.value()).isEqualTo("151");
        assertThat(alert.phase() + " " + alert.state() + " " + alert.priority() + " " + alert.type())
                .isEqualTo("start active PH SP");
        assertThat(alert.watchdog() || alert.test()).isFalse();
    }

    @Test
    void withoutAnEventItsAttributesAreStillAnAlarm() {
        // when
        BedsideAlert alert = alarm(PHASE, PRIORITY);

        // then
        assertThat(alert.code()).isEmpty();
        assertThat(alert.phase()).isEqualTo("start");
        assertThat(alert.priority()).isEqualTo("PH");
    }

    @ParameterizedTest
    @CsvSource({
        "68481^^MDC, continue",
        "68165^^MDC, continue",
        "0^MDC_ATTR_EVENT_PHASE^MDC, continue",
        "0^MDC_ATTR_EVT_PHASE^MDC, continue",
        "MDC_ATTR_EVENT_PHASE, continue",
        "99999^MDC_ATTR_OTHER^MDC, ''",
    })
    void anAttributeIsKnownByItsNumbersAndItsNames(String code, String phase) {
        assertThat(alarm(EVENT, "OBX|2|ST|" + code + "|1.1.1.1.3|continue||||||F")
                        .phase())
                .isEqualTo(phase);
    }

    @Test
    void ofAnAttributeThatIsSentTwiceTheFirstCounts() {
        assertThat(alarm(EVENT, PRIORITY, PRIORITY.replace("PH", "PL")).priority())
                .isEqualTo("PH");
    }

    @ParameterizedTest
    @CsvSource({"PM, PM, ''", "PM~SP, PM, SP", "H~PH~ST, PH, ST", "H, '', ''", "'', '', ''"})
    void priorityAndTypeMayStandAmongTheFlagsOfTheEvent(String flags, String priority, String type) {
        // when
        BedsideAlert alert = alarm(EVENT.replace("||||||F", "|||" + flags + "|||F"));

        // then
        assertThat(alert.priority()).isEqualTo(priority);
        assertThat(alert.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "196614^MDC_EVT_ACTIVE^MDC, true",
        "258047^MDC_EVT_WATCHDOG^MDC, true",
        "258047^^MDC, true",
        "MDC_EVT_WATCHDOG, true",
        "196648^MDC_EVT_HI^MDC, false",
    })
    void aSignOfLifeIsNoAlarmAndIsMarked(String code, boolean watchdog) {
        assertThat(alarm(EVENT.replace("196648^MDC_EVT_HI^MDC", code)).watchdog())
                .isEqualTo(watchdog);
    }

    @ParameterizedTest
    @CsvSource({
        "HR high, HR high",
        "HR high^FC haute^L, FC haute",
        "196648^^MDC, 196648",
        "1^a^L^2^b^L^^^Fréquence haute, Fréquence haute",
    })
    void theTextIsTheOriginalOneElseTheNameElseTheCode(String sent, String text) {
        assertThat(alarm(EVENT.replace("HR high^FC haute^L", sent)).text()).isEqualTo(text);
    }

    @Test
    void aTextOfItsOwnRanksAboveThatOfTheEvent() {
        assertThat(alarm(EVENT, "OBX|2|ST|68546^MDC_ATTR_ALERT_TEXT^MDC|1.1.1.1.7|FC > 130||||||F")
                        .text())
                .isEqualTo("FC > 130");
    }

    @Test
    void anAlarmOfUnspecificKindTakesTheCodeOfItsValue() {
        assertThat(alarm("OBX|1|CWE|196616^MDC_EVT_ALARM^MDC|1.1.1.1.1|196670^MDC_EVT_LO^MDC||||||F")
                        .code())
                .contains("MDC_EVT_LO");
    }

    @ParameterizedTest
    @CsvSource({
        "20260610115000+0200, '', 2026-06-10T09:50:00Z",
        "'', 20260610115100+0200, 2026-06-10T09:59:55Z",
        "'', '', 2026-06-10T09:59:55Z",
        "yesterday, 20260610115100+0200, ''",
    })
    void theTimeIsThatOfTheEventElseOfItsOrder(String event, String source, String expected) {
        // when
        BedsideAlert alert = alarm(EVENT + "|||" + event, SOURCE + "|||" + source);

        // then
        assertThat(alert.time().map(Instant::toString).orElse("")).isEqualTo(expected);
    }

    @Test
    void withoutATimeOfTheOrderTheSourceGivesOne() {
        // given
        String message = message(EVENT, SOURCE + "|||20260610115100+0200").replace("20260610115955+0200", "");

        // when, then
        assertThat(Hl7TestMessages.of(message).alerts())
                .extracting(alert -> alert.time().orElseThrow())
                .containsExactly(Instant.parse("2026-06-10T09:51:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"77^MON, MON", "3^a-77, a-77", "a-77, a-77", "77, 77", "'', ''"})
    void theIdentifierIsThatOfTheOrderWithoutACounter(String sent, String id) {
        // given
        String message = message(EVENT).replace("OBR|1|||", "OBR|1||" + sent + "|");

        // when, then
        assertThat(Hl7TestMessages.of(message).alerts())
                .extracting(BedsideAlert::id)
                .containsExactly(id);
    }

    @Test
    void aTestOfTheDeviceIsMarkedAsOne() {
        assertThat(alarm(EVENT.replace("||||||F", "|||TEST|||F")).test()).isTrue();
    }

    @Test
    void rowsOfTheDeviceAndRowsThatSayNothingAreLeftOutAsNoReadings() {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(message(
                EVENT,
                SOURCE,
                "OBX|3||69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||X",
                "OBX|4|ST|777777^OWN^99MON|1.1.1.1.9|x||||||F"));

        // then
        assertThat(outcome.alerts()).hasSize(1);
        assertThat(outcome.dropped())
                .extracting(left -> left.reason())
                .containsExactlyInAnyOrder(DropReason.DEVICE_ROW, DropReason.ATTRIBUTE);
        assertThat(outcome.dropped())
                .allSatisfy(left -> assertThat(left.readings()).isZero());
    }

    private static BedsideAlert alarm(String... rows) {
        assertThat(Hl7TestMessages.of(message(rows)).alerts()).hasSize(1);
        return Hl7TestMessages.of(message(rows)).alerts().get(0);
    }

    private static String message(String... rows) {
        return Hl7TestMessages.oru(rows).replace("ORU^R01", "ORU^R40^ORU_R40");
    }
}
