package org.vigie.bench.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes an ORU^R01 with twenty values of one monitor, as the IHE framework has them.
 *
 * @param number gives each message other values and times
 */
record SampleMonitorMessage(int number) {
    private static final int VALUES = 20;
    private static final Instant FIRST = Instant.parse("2026-03-01T10:14:00Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    String text() {
        return "MSH|^~\\&|MON|ICU|VIGIE|ICU|20260301101500+0100||ORU^R01^ORU_R01|" + number + "|P|2.6\r"
                + "PID|||4410077^^^HOSP^PI||ORMEAU^LEA||19570412|F\rPV1||I|REA^^03\r"
                + "OBR|1|1|1|182777000^monitoring of patient^SCT|||20260301101459+0100\r"
                + IntStream.rangeClosed(1, VALUES).mapToObj(this::value).collect(Collectors.joining());
    }

    private String value(int place) {
        Instant at = FIRST.plusSeconds((long) VALUES * number + place);
        return "OBX|" + place + "|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1." + place + "|"
                + (60 + place) + "." + (100 + number % 900)
                + "|264864^MDC_DIM_BEAT_PER_MIN^MDC|50-120||||R|||" + TIME.format(at)
                + "+0000||||MON-8841^MON^00A0C9FFFE998877^EUI-64\r";
    }
}
