package org.vigie.gateway.hl7.obx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.Hl7TestMessages;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;

/** Tests that a complete number is read and that any other text is left out with the name of the wrong field. */
class ObxSegmentValueTest {
    @ParameterizedTest
    @CsvSource({
        "NM, 72, hr 72.0",
        "NM, +72, hr 72.0",
        "NM, ' 72 ', hr 72.0",
        "NM, '72,5', hr 72.5",
        "NM, 7.2e1, hr 72.0",
        "NM, 72^, hr 72.0",
        "NM, 72&, hr 72.0",
        "SN, ^72, hr 72.0",
        "SN, =^72, hr 72.0",
        "ST, 72, hr 72.0",
        "'', 72, hr 72.0",
        "NM, 72&140, OBX-5 several numbers",
        "NM, 72^140, OBX-5 several numbers",
        "NM, 72&&140, OBX-5 several numbers",
        "NM, 72&x, OBX-5 several numbers",
        "NM, &72, OBX-5 not a number",
        "NM, 72\\T\\140, OBX-5 not a number",
        "NM, 72\\S\\140, OBX-5 not a number",
        "NM, 72 140, OBX-5 not a number",
        "NM, 7 2, OBX-5 not a number",
        "NM, <5, OBX-5 bound",
        "NM, 120/80, OBX-5 several numbers",
        "NM, '1,250', OBX-5 not a number",
        "NM, 72bpm, OBX-5 not a number",
        "SN, ^72&140, OBX-5 not a number",
        "SN, ^72^-^140, OBX-5 several numbers",
        "SN, >^72, OBX-5 bound",
        "ST, 72&140, OBX-5 text",
        "ST, 72&see note, OBX-5 text",
        "TX, 72^see note, OBX-5 text",
        "FT, <a href=\"x?a=1&b=2\">72</a>, OBX-5 text",
        "nm, 72, OBX-2 unknown type",
        "Nm, 72, OBX-2 unknown type",
        "String, 72, OBX-2 unknown type",
        "NM&ST, 72, OBX-2 unknown type",
        "NUM, 72, OBX-2 unknown type",
        "'', seventy, OBX-2 unknown type",
        "'', 72&140, OBX-5 several numbers",
        "TM, 1159, OBX-5 not a number",
    })
    void aValueIsReadWholeOrNotAtAll(String type, String sent, String expected) {
        // given
        String row = "OBX|1|" + type + "|8867-4^HR^LN||" + sent + "|/min|||||F";

        // when, then
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(row))))
                .containsExactly(expected);
    }

    @Test
    void severalDifferentRepetitionsAreAllQuestionable() {
        // when
        MessageOutcome read = Hl7TestMessages.of(Hl7TestMessages.oru("OBX|1|NM|8867-4^HR^LN||72~140|/min|||||F"));

        // then
        assertThat(read.observations())
                .extracting(MeasuredValue::status)
                .containsOnly(MeasurementStatusRecord.QUESTIONABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', F, VALID",
        "N, R, VALID",
        "INV, F, INVALID",
        "'\"INV\"', F, INVALID",
        "inv, F, INVALID",
        "H~ques, F, QUESTIONABLE",
        "nav, F, UNAVAILABLE",
        "INV&x, F, INVALID",
        "N&INV, F, INVALID",
        "N^Normal^HL70078^QUES^Questionable^IHE, R, QUESTIONABLE",
        "A^Abnormal^HL70078^INV^Invalid^IHE, R, INVALID",
        "^^^inv, R, INVALID",
        "N~H^^^N&TEST, F, TEST",
        "N^INV, C, RETRACTED",
        "N^Normal^HL70078, R, VALID",
        "'', f, UNKNOWN",
        "'', w, UNKNOWN",
        "'', F&W, UNKNOWN",
        "'', FINAL, UNKNOWN",
        "'', X, QUESTIONABLE",
        "'', W, RETRACTED",
    })
    void aValueThatADeviceMarksAsQuestionableIsNeverValid(
            String flags, String result, MeasurementStatusRecord expected) {
        // given
        String row = "OBX|1|NM|8867-4^HR^LN||72|/min||" + flags + "|||" + result;

        // when, then
        assertThat(Hl7TestMessages.of(Hl7TestMessages.oru(row)).observations())
                .extracting(MeasuredValue::status)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OBX|1|NM|8867-4&1^^LN||72|/min|||||F, OBX-3 unmapped code",
        "OBX|1|NM|8867-4^HR^LN||72|/min&x|||||F, OBX-6 unknown unit",
        "OBX|1|NM|8867-4^HR^LN||72|/min|||||F|||20260610115955&20260610115900, OBX-14 no time",
    })
    void aSeparatorThatIsNotEscapedNeverShortensAText(String row, String expected) {
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(row))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MAP^Mean Airway Pressure^99VENT||14|cm[H2O]",
        "MAP^Mean Airway Pressure^99VENT||14|mmHg",
        "MAP^Mean airway pressure^99VENT||14|",
        "^MAP||14|mbar",
        "X1^Something^99VENT^MAP^Mean airway pressure^L||14|mmHg",
        "RR^R-R interval^99VENT||14|/min",
        "TEMP^Humidifier temperature^99VENT||36|Cel",
    })
    void aShortNameOfSomethingElseIsUnmapped(String row) {
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru("OBX|1|NM|" + row + "|||||F"))))
                .containsExactly("OBX-3 unmapped code");
    }

    @Test
    void aSeparatorThatIsNotEscapedMakesNoOtherPatient() {
        // given
        String message =
                Hl7TestMessages.oru("OBX|1|NM|8867-4^HR^LN||72|/min|||||F").replace("880021^", "88&0021^");

        // when, then
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of(message))).containsExactly("REA/21 88&0021 hr 72.0");
    }

    @ParameterizedTest
    @CsvSource({
        "REA^^2\\.br\\1, 'REA/2\n1'",
        "REA^^2\\X0A\\1, 'REA/2\n1'",
        "REA^^2\\X0D0A\\1, 'REA/2\r\n1'",
        "REA^^2\\S\\1, REA/2^1",
        "REA\\T\\B^^21, REA&B/21",
        "'REA^^2\n1', 'REA/2\n1'",
        "'REA^^21\n', REA/21",
    })
    void aBedsNameIsWhatItsEscapesSay(String sent, String bed) {
        // given
        String message =
                Hl7TestMessages.oru("OBX|1|NM|8867-4^HR^LN||72|/min|||||F").replace("REA^^21", sent);

        // when, then
        assertThat(Hl7TestMessages.of(message).observations())
                .extracting(MeasuredValue::bed)
                .containsExactly(bed);
    }

    @ParameterizedTest
    @CsvSource({
        "150033^MDC_PRESS_BLD_ART_SYS^MDC, 16, 266016^MDC_DIM_KILO_PASCAL^MDC, OBX-6 unknown unit",
        "150033^MDC_PRESS_BLD_ART_SYS^MDC, 16, mm[Hg]^kPa, OBX-6 unknown unit",
        "150033^MDC_PRESS_BLD_ART_SYS^MDC, 16, kPa~mm[Hg], OBX-6 unknown unit",
        "150033^MDC_PRESS_BLD_ART_SYS^MDC, 16, kPa^x^UCUM^mm[Hg]^x^L, OBX-6 unknown unit",
        "150364^MDC_TEMP_BODY^MDC, 98.6, 268192^MDC_DIM_FAHR^MDC, OBX-6 unknown unit",
        "150364^MDC_TEMP_BODY^MDC, 98.6, ^F^L^Cel^C^UCUM, OBX-6 unknown unit",
        "150364^MDC_TEMP_BODY^MDC, 98.6, 266560^MDC_DIM_FAHR^MDC, temp 37.0",
        "150364^MDC_TEMP_BODY^MDC, 37, Cel^degrees Celsius^UCUM~268192^MDC_DIM_DEGC^MDC, temp 37.0",
        "150033^MDC_PRESS_BLD_ART_SYS^MDC, 120, 266016^MDC_DIM_MMHG^MDC^mm[Hg]^mmHg^UCUM, abp_sys 120.0",
        "150456^MDC_PULS_OXIM_SAT_O2^MDC, 97, 1^MDC_DIM_PERCENT^MDC, spo2 97.0",
        "150456^MDC_PULS_OXIM_SAT_O2^MDC, 97, %^per cent of haemoglobin^UCUM, spo2 97.0",
    })
    void allWordsForAUnitMustAgree(String code, String value, String unit, String expected) {
        // given
        String row = "OBX|1|NM|" + code + "||" + value + "|" + unit + "|||||F";

        // when, then
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(row))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "147842^MDC_PULS_OXIM_PULS_RATE^MDC||80|/min, OBX-3 contradicting codes",
        "HR^^^RR||80|/min, OBX-3 contradicting codes",
        "FHR^Heart rate^OB||140|/min, OBX-3 unmapped code",
        "RR-SET^RR||14|/min, OBX-3 unmapped code",
    })
    void whatNamesSeveralThingsOrAnothersThingIsNoValue(String row, String expected) {
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru("OBX|1|NM|" + row + "|||||F"))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MSET, OBX-17 setting",
        "mset, OBX-17 setting",
        "MSET&x, OBX-17 setting",
        "AMEAS&MSET, OBX-17 setting",
        "AMEAS~Aset, OBX-17 setting",
        "AMEAS^x^MDC^^^rset&x, OBX-17 setting",
        "AMEAS^auto-measurement^MDC, hr 72.0",
        "OFFSET^offset corrected, hr 72.0",
    })
    void aSettingIsNoMeasurementInAnyPartOfTheField(String method, String expected) {
        // given
        String row = "OBX|1|NM|8867-4^HR^LN||72|/min|||||F||||||" + method;

        // when, then
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(row))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NM|2823-3^K^LN||>15|mmol/L",
        "SN|2823-3^K^LN||>^15|mmol/L",
        "ST|2823-3^K^LN||hemolysed|",
        "NM|2823-3^K^LN|||mmol/L",
        "'NM|2823-3^K^LN||\"\"|mmol/L'",
        "NM|2823-3^K^LN||4.1|parsec",
    })
    void aCorrectionWithoutAUsableValueIsACorrectionWithoutANumber(String row) {
        // given
        String sent = "OBX|1|" + row + "|3.5-5|||| ";

        // when
        MessageOutcome corrected = Hl7TestMessages.of(Hl7TestMessages.oru(sent.replace("|||| ", "||||C")));
        MessageOutcome original = Hl7TestMessages.of(Hl7TestMessages.oru(sent.replace("|||| ", "||||F")));

        // then
        assertThat(corrected.dropped()).isEmpty();
        assertThat(corrected.observations()).singleElement().satisfies(one -> {
            assertThat(one.variable()).isEqualTo("potassium");
            assertThat(one.value()).isNaN();
            assertThat(one.status()).isEqualTo(MeasurementStatusRecord.CORRECTED);
            assertThat(one.limits()).isEqualTo(ValueRange.UNBOUNDED);
        });
        assertThat(original.observations()).isEmpty();
        assertThat(original.dropped()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2823-3^K^LN, TEST, OBX-5 bound", "99999-9^X^LN, '', OBX-5 bound"})
    void aCorrectedTestAndAnUnknownCodeTakeBackNothing(String code, String flag, String expected) {
        // given
        String row = "OBX|1|NM|" + code + "||>15|mmol/L||" + flag + "|||C";

        // when, then
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(row))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"72&1, NaN", "72^1, NaN", "72, 72.0", "'', NaN"})
    void aRetractionRepeatsAWholeNumberOrNone(String sent, Double expected) {
        // given
        String row = "OBX|1|NM|8867-4^HR^LN||" + sent + "|/min|||||D";
        // when
        MessageOutcome read = Hl7TestMessages.of(Hl7TestMessages.oru(row));
        // then
        assertThat(read.observations())
                .singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(MeasurementStatusRecord.RETRACTED))
                .satisfies(one -> assertThat(one.value()).isEqualTo(expected));
    }
}
