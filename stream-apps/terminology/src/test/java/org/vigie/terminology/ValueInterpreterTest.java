package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;

class ValueInterpreterTest {
    private final CodeMap codes = CodeMap.standard();

    @ParameterizedTest
    @CsvSource({
        "MDC, 147842, MDC_ECG_CARD_BEAT_RATE, 81, 264864, MDC_DIM_BEAT_PER_MIN, hr, 81",
        "MDC, 2::18965, MDC_PRESS_BLD_ART_ABP_SYS, 121, 4::3872, MDC_DIM_MMHG, abp_sys, 121",
        "MDIL, 0002-4bb8, SpO2, 97, 0004-0220, %, spo2, 97",
        "MDC, 0, MDC_PULS_OXIM_SAT_O2, 96, 0, MDC_DIM_PERCENT, spo2, 96",
        "MDC, MDC_PULS_OXIM_SAT_O2, 150456, 96, %, '', spo2, 96",
        "'', MDC_TEMP, '', 37.2, Cel, '', temp, 37.2",
        "LN, 8310-5, Temp, 98.6, [degF], '', temp, 37",
        "LN, 8310-5, Temp, 98.6, '', F, temp, 37",
        "LN, 2345-7, Glucose, 5.5, mmol/L, '', glucose, 99.088",
        "LN, 777-3, Platelets, 210, G/L, '', platelets, 210",
        "LN, 777-3, Platelets, 210, 10*3/uL, '', platelets, 210",
        "LN, 718-7, Hemoglobin, 131, g/l, '', hemoglobin, 13.1",
        "MDC, 150037, MDC_PRESS_BLD_ART_ABP_SYS, 16, kPa, '', abp_sys, 120.00992",
        "'', 171, Dia, 67, '', '', nibp_dia, 67",
        "EHC, 327680, SPO2_SPO2, 98, %, '', spo2, 98",
        "LN, 3150-6, FiO2, 0.4, '', '', fio2, 40",
        "MDC, 150087, MDC_PRESS_BLD_VEN_CENT_MEAN, -1, 266016, MDC_DIM_MMHG, cvp, -1",
    })
    void aCodeANumberAndAUnitAreAValueOfTheCatalogue(
            String system,
            String code,
            String name,
            double sent,
            String unit,
            String unitName,
            String variable,
            double value) {
        // when
        InterpretedValue read = read(system, code, name, sent, unit, unitName);

        // then
        assertThat(read).isInstanceOfSatisfying(CatalogueQuantity.class, quantity -> {
            assertThat(quantity.variable().name()).isEqualTo(variable);
            assertThat(quantity.value()).isCloseTo(value, within(1e-6));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "MDC, 147842, MDC_ECG_HEART_RATE, -100, '', '', NO_MEASUREMENT",
        "MDC, 150456, MDC_PULS_OXIM_SAT_O2, 32767, 262688, MDC_DIM_PERCENT, NO_MEASUREMENT",
        "MDC, 147842, MDC_ECG_HEART_RATE, -1, '', '', NO_MEASUREMENT",
        "LN, 2345-7, Glucose, 5.5, '', '', NO_UNIT",
        "LN, 2345-7, Glucose, 5.5, furlong, '', UNKNOWN_UNIT",
        "MDC, 150344, MDC_TEMP, 98.6, '', '', NO_UNIT",
        "MDC, 150388, MDC_TEMP_SKIN, 31.5, Cel, '', UNMAPPED_CODE",
        "SCT, 364075005, HR, 80, /min, '', UNMAPPED_CODE",
        "'', '', '', 5, '', '', NO_CODE",
    })
    void aValueThatIsNotUnderstoodHasItsReason(
            String system, String code, String name, double sent, String unit, String unitName, DropReason reason) {
        assertThat(read(system, code, name, sent, unit, unitName)).isEqualTo(new NotInterpreted(reason));
    }

    @Test
    void besideThePulseOximetersOwnCodeTheGeneralSaturationIsThePulseOximeters() {
        // given
        List<SentCode> both = List.of(new SentCode("LN", "2708-6", "O2 sat"), new SentCode("LN", "59408-5", "SpO2"));

        // when, then
        assertThat(codes.find("", both)).contains(VariableCatalogue.standard().get("spo2"));
        assertThat(codes.find("", both.subList(0, 1)))
                .contains(VariableCatalogue.standard().get("sao2"));
    }

    @Test
    void aSendersOwnMappingGoesBeforeAllOthersAndAppliesToThatSenderOnly() {
        // given
        List<SentCode> sent = List.of(new SentCode("MDC", "147842", "MDC_ECG_HEART_RATE"));

        // when
        CodeMap mapped = codes.with(List.of(new LocalCodeMapping("OddBox", "147842", "", "pulse_spo2")));

        // then
        assertThat(mapped.find("oddbox|ICU", sent).orElseThrow().name()).isEqualTo("pulse_spo2");
        assertThat(mapped.find("other", sent).orElseThrow().name()).isEqualTo("hr");
    }

    @Test
    void theLastMappingOfACodeCounts() {
        // given
        List<SentCode> sent = List.of(new SentCode("", "X9", ""));

        // when
        CodeMap mapped = codes.with(List.of(new LocalCodeMapping("box", "X9", "", "hr")))
                .with(List.of(new LocalCodeMapping("box", "X9", "", "rr")));

        // then
        assertThat(mapped.find("box", sent).orElseThrow().name()).isEqualTo("rr");
    }

    @ParameterizedTest
    @CsvSource({
        "99VENT, MAP, Mean Airway Pressure, cm[H2O]",
        "99VENT, MAP, Mean airway pressure, mmHg",
        "'', MAP, Mean airway pressure, ''",
        "'', '', MAP, mbar",
        "'', '', MAP, mmHg",
        "'', MAP, '', mmHg",
        "L, MAP, MAP, mmHg",
        "99VENT, RR, R-R interval, ms",
        "99VENT, RR, RR interval, ''",
        "99VENT, RR, Set respiratory rate, /min",
        "'', RR, Blood pressure, mmHg",
        "99HUM, TEMP, Humidifier temperature, Cel",
        "99HUM, temp, Skin temperature, Cel",
        "99HUM, TEMP, Température de la chambre, Cel",
        "99BED, WEIGHT, Birth weight, kg",
        "99X, PULSE, Pulse pressure variation, %",
        "99X, HR, Hour, ''",
        "99X, CVP, Cardiovascular profile, ''",
        "99X, SBP, Invasive systolic pressure, mmHg",
        "99X, ABPM, Ambulatory blood pressure monitoring, mmHg",
        "99X, HR, SpO2, %",
        "99X, PIP, Peak inspiratory pressure, cm[H2O]",
        "99X, CO, Carbon monoxide, ''",
        "99X, MV, Minute volume, L/min",
        "99X, PAP, Peak airway pressure, mmHg",
        "99X, P, Pressure, mmHg",
        "99X, T1, Temperature 1, Cel",
        "LN, MAP, Mean Airway Pressure, mmHg",
    })
    void aShortNameIsNotMappedWhereItsTextNamesSomethingElse(String system, String code, String name, String unit) {
        assertThat(read(system, code, name, 14, unit, "")).isEqualTo(new NotInterpreted(DropReason.UNMAPPED_CODE));
    }

    @ParameterizedTest
    @CsvSource({
        "99MON, HR, Heart rate, hr",
        "99MON, HR, HR (bpm), hr",
        "99MON, HR, Fréquence cardiaque, hr",
        "99MON, HR, '', hr",
        "'', '', HR, hr",
        "99MON, RR, Respiratory rate, rr",
        "99MON, RR, RESP, rr",
        "99MON, TEMP, Temperature (°C), temp",
        "99MON, TEMP, Température corporelle, temp",
        "99MON, SBP, Non-invasive systolic blood pressure, nibp_sys",
        "99MON, ABPS, Invasive arterial pressure systolic, abp_sys",
        "99MON, CVP, Central Venous Pressure, cvp",
        "99MON, SPO2, Oxygen saturation, spo2",
        "EHC, 131072, ECG_HR, hr",
    })
    void aShortNameIsMappedWhereItsTextNamesTheSameThing(String system, String code, String name, String variable) {
        assertThat(codes.find("", List.of(new SentCode(system, code, name))))
                .contains(VariableCatalogue.standard().get(variable));
    }

    @Test
    void aTextThatContradictsCountsForEveryCodeOfTheSameThing() {
        // given
        SentCode airway = new SentCode("99VENT", "RR", "R-R interval");

        // when, then
        assertThat(codes.find("", List.of(airway, new SentCode("", "", "RR")))).isEmpty();
        assertThat(codes.find("", List.of(new SentCode("", "", "RR"), airway))).isEmpty();
        assertThat(codes.find("", List.of(airway, new SentCode("MDC", "151562", "MDC_RESP_RATE"))))
                .contains(VariableCatalogue.standard().get("rr"));
    }

    @Test
    void aNameOfOneSenderOrOneCodeSystemCountsThereAndNowhereElse() {
        // when
        CodeMap mapped = codes.with(List.of(
                new LocalCodeMapping("VENTBOX", "", "Pmean", "cvp"),
                new LocalCodeMapping("^99VENT", "MAP", "", "icp")));

        // then
        assertThat(mapped.find("VENTBOX|ICU", List.of(new SentCode("99X", "PMEAN", ""))))
                .isPresent();
        assertThat(mapped.find("OTHER|ICU", List.of(new SentCode("99X", "PMEAN", ""))))
                .isEmpty();
        assertThat(mapped.find("OTHER|ICU", List.of(new SentCode("99vent", "MAP", "any text"))))
                .isPresent();
        assertThat(mapped.find("VENTBOX|ICU", List.of(new SentCode("99X", "MAP", ""))))
                .isEmpty();
    }

    private InterpretedValue read(String system, String code, String name, double sent, String unit, String unitName) {
        return ValueInterpreter.interpret(
                codes, "", List.of(new SentCode(system, code, name)), sent, List.of(new SentCode("", unit, unitName)));
    }
}
