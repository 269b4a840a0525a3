package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.terminology.CodeMap;

/**
 * Tests that a general code takes the meaning of its order: a laboratory's saturation is of a blood sample, a monitor's
 * is the pulse oximeter's.
 */
class ValueOriginTest {
    private static final String MESSAGE = """
        MSH|^~\\&|SENDER|ICU|||20260301101500||ORU^R01|1|P|2.6
        PID|||4410077
        PV1||I|REA^^03
        %s
        OBX|1|NM|%s|%s|71|%%|||||F
        """;

    private static final String MONITOR = "OBR|1|||1^vitals|||20260301101459";
    private static final String LABORATORY = MONITOR + "|||||||||||||||||LAB";
    private static final String SPECIMEN = MONITOR + "||||||||BLDA";

    @ParameterizedTest
    @CsvSource({
        "MONITOR, 2708-6^SaO2^LN, 1.1.1.1, spo2",
        "MONITOR, 2708-6^SaO2^LN, '', sao2",
        "LABORATORY, 2708-6^SaO2^LN, 1, sao2",
        "LABORATORY, 2708-6^SaO2^LN, 1.1.1.1, sao2",
        "SPECIMEN, 2708-6^SaO2^LN, '', sao2",
        "MONITOR, 2708-6^SaO2^LN^150456^MDC_PULS_OXIM_SAT_O2^MDC, '', spo2",
        "LABORATORY, 2708-6^SaO2^LN^59418-4^SpO2^LN, '', spo2",
        "LABORATORY, 160300^^MDC^2708-6^SaO2^LN, '', spo2",
    })
    void theSaturationIsOfWhereItsOrderComesFrom(String order, String codes, String containment, String variable) {
        // given
        String obr = switch (order) {
            case "LABORATORY" -> LABORATORY;
            case "SPECIMEN" -> SPECIMEN;
            default -> MONITOR;
        };
        byte[] message =
                MESSAGE.formatted(obr, codes, containment).replace("\n", "\r").getBytes(StandardCharsets.UTF_8);

        // when, then
        assertThat(new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneOffset.UTC))
                        .read(message)
                        .observations())
                .extracting(MeasuredValue::variable)
                .containsExactly(variable);
    }
}
