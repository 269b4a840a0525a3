package org.vigie.gateway.hl7.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.variable.ValueRange;

/** Tests that a number is read exactly, and that what could be two numbers is none. */
class Hl7NumberParserTest {
    @ParameterizedTest
    @CsvSource({
        "72, 72",
        "+5, 5",
        "-1.5, -1.5",
        "'37,2', 37.2",
        "'0,125', 0.125",
        "'-0,5', -0.5",
        ".5, 0.5",
        "5., 5",
        "007, 7",
        "0, 0",
        "1e2, 100",
        "1E-2, 0.01",
        "-2.5e1, -25",
        "123456789012345, 123456789012345",
    })
    void aNumberIsReadAsItWasMeant(String sent, double meant) {
        assertThat(Hl7NumberParser.read(sent)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                ",",
                "250,000",
                "7,412",
                "-1,250",
                "1.250,5",
                "1,2,3",
                "1..2",
                "12a",
                "a12",
                "e5",
                "1e",
                "1e+",
                "1e999",
                "1e5f",
                "0x10",
                "NaN",
                "Infinity",
                "1 2",
                "--1",
                "1234567890123456",
                "0.0000000000000000000000001",
                "٧٢",
            })
    void whatIsNotOneCompleteNumberIsNone(String sent) {
        assertThat(Hl7NumberParser.read(sent)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "90-160, 90, 160",
        "90 - 160, 90, 160",
        "-5-5, -5, 5",
        "-10--5, -10, -5",
        "90_160, 90, 160",
        "'3,5-5,0', 3.5, 5",
        "<500, -Infinity, 500",
        "<=500, -Infinity, 500",
        ">=50, 50, Infinity",
        "> 50, 50, Infinity",
    })
    void aReferenceRangeHasItsBounds(String sent, double low, double high) {
        assertThat(Hl7NumberParser.range(sent)).isEqualTo(new ValueRange(low, high));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "normal", "160-90", "90-", "-", "<", ">=", "<high", "90", "90-160-200", "90/160"})
    void aTextThatIsNoRangeBoundsNothing(String sent) {
        assertThat(Hl7NumberParser.range(sent)).isEqualTo(ValueRange.UNBOUNDED);
    }
}
