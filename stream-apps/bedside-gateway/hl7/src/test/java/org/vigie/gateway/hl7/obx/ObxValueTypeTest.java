package org.vigie.gateway.hl7.obx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.hl7.Hl7TestMessages;

/** Tests which data types of HL7 (OBX-2) can hold a number, and why the others hold none. */
class ObxValueTypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"NM", "ST", "TX", "FT", "CE", "CWE", "CNE", "CF", "IS", "ID", "CX", "EI", "SI", ""})
    void aNumberIsReadFromANumberAndFromEveryText(String type) {
        assertThat(read(type, "72")).isEqualTo("hr 72.0");
    }

    @ParameterizedTest
    @CsvSource({
        "NR, 60^90, OBX-5 several numbers",
        "NA, 1^2^3, OBX-5 waveform",
        "MA, 1^2^3, OBX-5 waveform",
        "CD, 1^2, OBX-5 waveform",
        "ED, ^AP^PDF^Base64^x, OBX-5 document",
        "RP, x^y^AP^PDF, OBX-5 document",
        "DT, 20260610, OBX-5 not a number",
        "TS, 20260610, OBX-5 not a number",
        "XPN, A^B, OBX-5 not a number",
        "ZZ, 72, OBX-2 unknown type",
    })
    void anotherTypeIsLeftOutWithWhatItIs(String type, String value, String expected) {
        assertThat(read(type, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "^72, hr 72.0",
        "=^72, hr 72.0",
        "72, hr 72.0",
        "<^72, OBX-5 bound",
        ">=^72, OBX-5 bound",
        "<>^72, OBX-5 bound",
        "^72^-, OBX-5 several numbers",
        "^72^:^3, OBX-5 several numbers",
        "^72^^, hr 72.0",
        "about^72, OBX-5 not a number",
        "^, OBX-5 not a number",
    })
    void aStructuredNumericHasOneNumberOrNone(String value, String expected) {
        assertThat(read("SN", value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "<5, OBX-5 bound",
        ">=10, OBX-5 bound",
        "<=x, OBX-5 not a number",
        "<, OBX-5 not a number",
        "120/80, OBX-5 several numbers",
        "/80, OBX-5 not a number",
        "1/x, OBX-5 not a number",
        "120 / 80, OBX-5 several numbers",
    })
    void aBoundAndTwoNumbersAreNoNumber(String value, String expected) {
        assertThat(read("NM", value)).isEqualTo(expected);
    }

    private static String read(String type, String value) {
        String row = "OBX|1|" + type + "|8867-4^HR^LN||" + value + "|/min|||||F";
        return String.join("; ", Hl7TestMessages.values(Hl7TestMessages.of(Hl7TestMessages.oru(row))));
    }
}
