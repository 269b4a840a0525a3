package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.Variable;

/**
 * Tests that the most exact coding decides in any order of codings, and that contradicting codings name no variable.
 */
class SentCodeMapTest {
    private static final CodeMap CODES = CodeMap.standard();

    /** {@code L8867-4} is LOINC's, {@code M147842} MDC's, {@code S...} SNOMED's, anything else a sender's own. */
    private static List<SentCode> codes(String words) {
        List<SentCode> codes = new ArrayList<>();
        Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> codes.add(code(word)));
        return codes;
    }

    private static SentCode code(String word) {
        String code = word.substring(1);
        return switch (word.charAt(0)) {
            case 'L' -> new SentCode("http://loinc.org", code, "");
            case 'M' -> new SentCode("urn:iso:std:iso:11073:10101", code, "");
            case 'S' -> new SentCode("http://snomed.info/sct", code, "");
            default -> new SentCode("urn:hospital", word, "");
        };
    }

    private static String read(List<SentCode> codes, String panel, ValueOrigin origin) {
        CodeMatch match = CODES.match("", codes, codes(panel), origin);
        return match.variable()
                .map(Variable::name)
                .orElseGet(() -> match.reason().name());
    }

    @ParameterizedTest
    @CsvSource({
        "L59418-4 M160300 L2708-6, spo2",
        "L59407-7 M160296 L2708-6, spo2",
        "L59408-5 L2708-6, spo2",
        "L59408-5 M150324 S442476006, spo2",
        "M150456 L2708-6, spo2",
        "L2710-2 L2708-6, spo2",
        "L8867-4 M147842, hr",
        "L8867-4 L76282-3, hr",
        "L8867-4 M149530, pulse_spo2",
        "L8867-4 L8889-8, pulse_spo2",
        "L8867-4 M149546, pulse_nibp",
        "L8480-6 M150037, abp_sys",
        "L8480-6 L76215-3, abp_sys",
        "L8462-4 M150022, nibp_dia",
        "L8478-0 M150047, pap_mean",
        "L8480-6 L8440-0, pap_sys",
        "L8310-5 L8329-5 M150368, temp",
        "L8310-5 S276885007, temp",
        "L9279-1 M151594, rr",
        "L9279-1 M151578, rr",
        // more exact than the general one, and nothing that is known here
        "L8480-6 M150065, UNMAPPED_CODE",
        "L8310-5 M150388, UNMAPPED_CODE",
        "L8310-5 L39106-0, UNMAPPED_CODE",
        "L8867-4 L55283-6, UNMAPPED_CODE",
        "L2708-6 L2711-0, UNMAPPED_CODE",
        // contradictions
        "L59408-5 M147842, CONTRADICTING_CODES",
        "L8867-4 M150456, CONTRADICTING_CODES",
        "L8867-4 L9279-1, CONTRADICTING_CODES",
        "M150037 M150021, CONTRADICTING_CODES",
        "L8480-6 L8462-4, CONTRADICTING_CODES",
        "L76215-3 L76534-7, CONTRADICTING_CODES",
        "L2708-6 L59408-5 L2823-3, CONTRADICTING_CODES",
    })
    void inEveryOrderTheMostExactCodingDecides(String words, String expected) {
        // when
        List<SentCode> codes = codes(words);
        // then
        for (int turn = 0; turn < codes.size(); turn++) {
            Collections.rotate(codes, 1);
            assertThat(read(codes, "", ValueOrigin.UNKNOWN))
                    .as(codes.toString())
                    .isEqualTo(expected);
            assertThat(read(codes, "", ValueOrigin.BEDSIDE))
                    .as(codes.toString())
                    .isEqualTo(expected);
        }
        // when
        Collections.reverse(codes);
        // then
        assertThat(read(codes, "", ValueOrigin.LABORATORY)).as(codes.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "L2708-6, BEDSIDE, spo2",
        "L2708-6, LABORATORY, sao2",
        "L2708-6, UNKNOWN, sao2",
        "M150324, BEDSIDE, spo2",
        "M150324, UNKNOWN, sao2",
        "L2708-6 M150324, BEDSIDE, spo2",
        "L8867-4, BEDSIDE, hr",
        "L8867-4, UNKNOWN, hr",
        "L8480-6, BEDSIDE, nibp_sys",
        "M150017, BEDSIDE, abp_sys",
        "L59408-5, LABORATORY, spo2",
        "L8310-5, LABORATORY, temp",
    })
    void aGeneralCodeAloneMeansWhatIsMeasuredThere(String words, ValueOrigin origin, String expected) {
        assertThat(read(codes(words), "", origin)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "L85354-9, L8480-6, nibp_sys",
        "L85354-9 M150020, L8480-6, nibp_sys",
        "L85354-9 M150036, L8480-6, abp_sys",
        "M150036 L85354-9, L8462-4, abp_dia",
        "L76284-9, L8478-0, pap_mean",
        "M150044, L8480-6, pap_sys",
        "M150064 L60988-3, L8480-6, UNMAPPED_CODE",
        "M150036, L8867-4, hr",
        "M150020, M149546 L8867-4, pulse_nibp",
        "M150036, M150021 L8480-6, nibp_sys",
    })
    void aGeneralCodeMeansWhatItsGroupMeasures(String panel, String words, String expected) {
        assertThat(read(codes(words), panel, ValueOrigin.BEDSIDE)).isEqualTo(expected);
    }

    @Test
    void aGroupsCodeIsNoMeasurement() {
        assertThat(read(codes("M150036"), "", ValueOrigin.BEDSIDE)).isEqualTo("UNMAPPED_CODE");
    }

    @Test
    void whatTheIntegratorMappedDecides() {
        // when
        CodeMap mapped = CODES.with(List.of(new LocalCodeMapping("box", "2708-6", "", "sao2")));

        // then
        assertThat(mapped.match("box", codes("L2708-6 L59408-5"), List.of(), ValueOrigin.BEDSIDE)
                        .variable()
                        .map(Variable::name))
                .contains("sao2");
    }

    private static String named(SentCode... codes) {
        return CODES.match("", List.of(codes), List.of(), ValueOrigin.UNKNOWN)
                .variable()
                .map(Variable::name)
                .orElseGet(() -> CODES.match("", List.of(codes), List.of(), ValueOrigin.UNKNOWN)
                        .reason()
                        .name());
    }

    @ParameterizedTest
    @CsvSource({
        "150035, MDC_PRESS_BLD_ART_PULM_MEAN, CONTRADICTING_CODES",
        "147842, MDC_PULS_OXIM_PULS_RATE, CONTRADICTING_CODES",
        "150456, MDC_ECG_HEART_RATE, CONTRADICTING_CODES",
        "2::18965, MDC_PRESS_BLD_ART_ABP_DIA, CONTRADICTING_CODES",
        "MDC_ECG_HEART_RATE, 150456, CONTRADICTING_CODES",
        "MDC_ECG_HEART_RATE, MDC_RESP_RATE, CONTRADICTING_CODES",
        "147842, 151562, CONTRADICTING_CODES",
        "150017, MDC_PRESS_BLD_DIA, CONTRADICTING_CODES",
        "150017, MDC_PRESS_BLD_NONINV_DIA, CONTRADICTING_CODES",
        "150037, MDC_PRESS_BLD_DIA, CONTRADICTING_CODES",
        "150020, MDC_PRESS_BLD_ART, CONTRADICTING_CODES",
        "147842, MDC_ECG_HEART_RATE, hr",
        "147842, MDC_ECG_CARD_BEAT_RATE, hr",
        "147842, MDC_ECG_HEART_RATE_ACME, hr",
        "147842, Heart Rate, hr",
        "150035, MDC_PRESS_BLD_ART_ABP_MEAN, abp_mean",
        "150017, MDC_PRESS_BLD_NONINV_SYS, nibp_sys",
        "150037, MDC_PRESS_BLD_SYS, abp_sys",
        "150364, MDC_TEMP, temp",
        "0, MDC_PULS_OXIM_SAT_O2, spo2",
        "MDC_PULS_OXIM_SAT_O2, 150456, spo2",
    })
    void aNumberAndANameOfMdcThatAreBothKnownMustAgree(String code, String name, String expected) {
        assertThat(named(new SentCode("MDC", code, name))).isEqualTo(expected);
        assertThat(named(new SentCode("", "X", ""), new SentCode("MDC", code, name)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HR, RR, CONTRADICTING_CODES",
        "SBP, DBP, CONTRADICTING_CODES",
        "TEMP, SPO2, CONTRADICTING_CODES",
        "SBP, ART SYS, CONTRADICTING_CODES",
        "HR, ECG HR, hr",
        "HR, unknown, hr",
    })
    void commonNamesOfOneValueMustAgree(String one, String other, String expected) {
        assertThat(named(new SentCode("", one, ""), new SentCode("", other, "")))
                .isEqualTo(expected);
        assertThat(named(new SentCode("", other, ""), new SentCode("", "", one)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "X1, SYSTOLIC, 99PA",
        "170, SYS, 99VENT",
        "151, RR, LAB",
        "FHR, Heart rate, OB",
        "H1, TEMPERATURE, HUMIDIFIER",
        "150388, TEMPERATURE, MDC",
        "RR-SET, RR, ''",
        "TEMP SET, TEMP, ''",
        "temp_set, TEMP, L",
        "SET RR, RR, ''",
        "SETRR, RESP RATE, ''",
        "FIO2SET, FIO2, ''",
        "SBPLIM, SBP, ''",
        "HRLIMIT, HR, L",
        "HRLIM2, HR, ''",
        "ETCO2ALARM, ETCO2, ''",
        "HRHI, HR, ''",
        "HR LO, HR, ''",
    })
    void aCommonNameIsNothingBesideAnothersCodeALimitOrASetting(String code, String name, String system) {
        assertThat(named(new SentCode(system, code, name))).isEqualTo("UNMAPPED_CODE");
    }

    @ParameterizedTest
    @CsvSource({
        "X1, SYSTOLIC, '', nibp_sys",
        "X1, SYSTOLIC, L, nibp_sys",
        "170, SYS, '', nibp_sys",
        "393216, NIBP_SYS, EHC, nibp_sys",
        "SBP, Systolic BP, MV, nibp_sys",
        "X1, Heart rate, urn:hospital, hr",
        "'', RR, 99MON, rr",
        "HEIGHT, '', '', height",
    })
    void aCommonNameCountsWhereNoOtherMappingDefinesTheCode(String code, String name, String system, String expected) {
        assertThat(named(new SentCode(system, code, name))).isEqualTo(expected);
    }

    @Test
    void aSettingsCodeBesideACommonNameLeavesNothing() {
        assertThat(named(new SentCode("", "HR-SET", ""), new SentCode("", "HR", "")))
                .isEqualTo("UNMAPPED_CODE");
    }
}
