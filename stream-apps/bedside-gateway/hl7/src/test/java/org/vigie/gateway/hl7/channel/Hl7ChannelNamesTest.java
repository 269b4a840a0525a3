package org.vigie.gateway.hl7.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.terminology.CodeMap;

class Hl7ChannelNamesTest {
    private static final String AIRWAY = "OBX|2||69682^MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD^MDC|1.20.0.0|||||||X";
    private static final String ECG = "OBX|4||70666^MDC_DEV_ECG_RESP_VMD^MDC|1.6.0.0|||||||X";
    private static final String TEMPERATURE = "OBX|6||69902^MDC_DEV_METER_TEMP_VMD^MDC|1.26.0.0|||||||X";
    private static final String CO2 = "OBX|3|NM|151562^MDC_RESP_RATE^MDC|1.20.1.1|12|264928^^MDC|||||R";
    private static final String IMPEDANCE = "OBX|5|NM|151562^MDC_RESP_RATE^MDC|1.6.1.1|31|264928^^MDC|||||R";
    private static final String T1 = "OBX|7|NM|150344^MDC_TEMP^MDC|1.26.1.1|37.1|268192^^MDC|||||R";
    private static final String T2 = "OBX|8|NM|150344^MDC_TEMP^MDC|1.26.1.2|33.5|268192^^MDC|||||R";

    private final Hl7Reader reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneId.of("Europe/Paris")));

    @Test
    void twoSourcesOfOneCodeAreTwoChannels() {
        assertThat(channels(AIRWAY, CO2, ECG, IMPEDANCE, TEMPERATURE, T1, T2))
                .containsExactly(
                        "rr 12.0 MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1",
                        "rr 31.0 MDC_DEV_ECG_RESP_VMD 1.6.1.1",
                        "temp 37.1 MDC_DEV_METER_TEMP_VMD 1.26.1.1",
                        "temp 33.5 MDC_DEV_METER_TEMP_VMD 1.26.1.2");
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        // given
        String[] rows = {AIRWAY, CO2, ECG, IMPEDANCE, TEMPERATURE, T1, T2};
        List<String> reversed = Arrays.asList(rows.clone());
        Collections.reverse(reversed);

        // then
        assertThat(channels(reversed.toArray(String[]::new))).containsExactlyInAnyOrderElementsOf(channels(rows));
    }

    @Test
    void theCorrectionOfOneOfTwoAloneInItsMessageBearsItsChannel() {
        assertThat(channels(TEMPERATURE, T2.replace("||||R", "||||C").replace("33.5", "35.5")))
                .containsExactly("temp 35.5 MDC_DEV_METER_TEMP_VMD 1.26.1.2");
    }

    @Test
    void aSequenceNumberBelowItsPartIsNoIdentity() {
        // given: the monitor leaves the heart rate out and numbers what is left anew
        String before = channels(
                        metric("149530^MDC_PULS_OXIM_PULS_RATE^MDC", "1.5.1.1", 80),
                        metric("150456^MDC_PULS_OXIM_SAT_O2^MDC", "1.5.1.2", 97),
                        metric("150448^MDC_PULS_OXIM_PERF_REL^MDC", "1.5.1.3", 2))
                .get(1);

        // when
        String after = channels(
                        metric("150456^MDC_PULS_OXIM_SAT_O2^MDC", "1.5.1.1", 97),
                        metric("150448^MDC_PULS_OXIM_PERF_REL^MDC", "1.5.1.2", 2))
                .get(0);

        // then
        assertThat(before).isEqualTo("spo2 97.0 1.5.1");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void threeInvasivePressuresOfOneMonitorAreThreeChannels() {
        assertThat(channels(
                        "OBX|1||69855^MDC_DEV_METER_PRESS_BLD_CHAN^MDC|1.13.1.0|||||||X",
                        metric("150033^MDC_PRESS_BLD_ART_SYS^MDC", "1.13.1.1", 120),
                        metric("150034^MDC_PRESS_BLD_ART_DIA^MDC", "1.13.1.2", 70),
                        "OBX|4||69855^MDC_DEV_METER_PRESS_BLD_CHAN^MDC|1.13.2.0|||||||X",
                        metric("150037^MDC_PRESS_BLD_ART_ABP_SYS^MDC", "1.13.2.1", 118),
                        metric("150038^MDC_PRESS_BLD_ART_ABP_DIA^MDC", "1.13.2.2", 68),
                        "OBX|7||69855^MDC_DEV_METER_PRESS_BLD_CHAN^MDC|1.13.3.0|||||||X",
                        metric("150017^MDC_PRESS_BLD_SYS^MDC", "1.13.3.1", 30),
                        metric("150018^MDC_PRESS_BLD_DIA^MDC", "1.13.3.2", 12)))
                .containsExactly(
                        "abp_sys 120.0 MDC_PRESS_BLD_ART_SYS MDC_DEV_METER_PRESS_BLD_CHAN 1.13.1",
                        "abp_dia 70.0 MDC_PRESS_BLD_ART_DIA MDC_DEV_METER_PRESS_BLD_CHAN 1.13.1",
                        "abp_sys 118.0 MDC_DEV_METER_PRESS_BLD_CHAN 1.13.2",
                        "abp_dia 68.0 MDC_DEV_METER_PRESS_BLD_CHAN 1.13.2",
                        "abp_sys 30.0 MDC_PRESS_BLD_SYS MDC_DEV_METER_PRESS_BLD_CHAN 1.13.3",
                        "abp_dia 12.0 MDC_PRESS_BLD_DIA MDC_DEV_METER_PRESS_BLD_CHAN 1.13.3");
    }

    @Test
    void codesThatSayTheSourceAreChannelsWithoutANumber() {
        assertThat(channels(
                        "OBX|1|NM|151594^MDC_CO2_RESP_RATE^MDC||12|||||||R",
                        "OBX|2|NM|151578^MDC_TTHOR_RESP_RATE^MDC||31|||||||R",
                        "OBX|3|NM|8332-9^Rectal temp^LN||38|Cel||||||F",
                        "OBX|4|NM|^RRC||12|||||||F"))
                .containsExactly(
                        "rr 12.0 MDC_CO2_RESP_RATE",
                        "rr 31.0 MDC_TTHOR_RESP_RATE",
                        "temp 38.0 TEMP_RECTAL",
                        "rr 12.0 RRC");
    }

    @Test
    void numbersThatOnlyCountTheRowsNameNothing() {
        assertThat(channels(
                        "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1|80|||||||R",
                        "OBX|2|NM|151562^MDC_RESP_RATE^MDC|2|12|||||||R"))
                .containsExactly("hr 80.0 ", "rr 12.0 ");
    }

    @Test
    void ofACodeThatComesTwicePlainNumbersCountInTheirOrder() {
        assertThat(channels(
                        "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|9|80|||||||R",
                        "OBX|2|NM|150344^MDC_TEMP^MDC|10|37.1|Cel||||||R",
                        "OBX|3|NM|150344^MDC_TEMP^MDC|11|33.5|Cel||||||R"))
                .containsExactly("hr 80.0 ", "temp 37.1 #1", "temp 33.5 #2");
    }

    @Test
    void plainNumbersOfOneCodeAtSeveralTimesAreNoSources() {
        assertThat(channels(
                        "OBX|1|NM|150344^MDC_TEMP^MDC|1|37.1|Cel|||||R|||20260610100000+0200",
                        "OBX|2|NM|150344^MDC_TEMP^MDC|2|37.2|Cel|||||R|||20260610100100+0200"))
                .containsExactly("temp 37.1 ", "temp 37.2 ");
    }

    @Test
    void facetsOfAMetricAreTheSameSource() {
        assertThat(channels(
                        metric("150344^MDC_TEMP^MDC", "1.26.1.1.1", 37),
                        metric("150344^MDC_TEMP^MDC", "1.26.1.1.2", 38)))
                .containsExactly("temp 37.0 1.26.1.1", "temp 38.0 1.26.1.1");
    }

    @Test
    void siteAndMethodSayWhichOneItIs() {
        assertThat(channels("OBX|1|NM|150344^MDC_TEMP^MDC||37|Cel|||||R||||||^Rectal|||^Rectum"))
                .containsExactly("temp 37.0 Rectum Rectal");
        assertThat(channels("OBX|1|NM|150344^MDC_TEMP^MDC||37|Cel|||||R||||||AMEAS^auto-measurement^MDC"))
                .containsExactly("temp 37.0 ");
    }

    private static String metric(String code, String path, int value) {
        return "OBX||NM|" + code + "|" + path + "|" + value + "||||||R";
    }

    /** Variable, value and channel of each row that was taken. */
    private List<String> channels(String... rows) {
        String message = "MSH|^~\\&|FIELDMON|VALBRUME|VIGIE|VALBRUME|20260610120000+0200||ORU^R01^ORU_R01|f08|P|2.6\r"
                + "PID|||880021^^^VALBRUME^PI\rPV1||I|REA^^21\rOBR|1|||182777000^monitoring of patient^SCT|||20260610115955+0200\r"
                + String.join("\r", rows) + "\r";
        return reader.read(message.getBytes(StandardCharsets.UTF_8)).observations().stream()
                .map(Hl7ChannelNamesTest::words)
                .toList();
    }

    private static String words(MeasuredValue one) {
        return one.variable() + " " + one.value() + " " + one.channel();
    }
}
