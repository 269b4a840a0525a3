package org.vigie.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds messages of each protocol, good and bad, whose readings are counted. */
final class ConservationCorpus {
    private static final DateTimeFormatter HL7 =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    private final Instant now;

    /** @param now time of the measurements */
    ConservationCorpus(Instant now) {
        this.now = now;
    }

    List<String> hl7Corpus() {
        String hr = "147842^MDC_ECG_HEART_RATE^MDC";
        String again = oru("1", obx(1, hr, "83", "/min"), obx(2, "150456^MDC_PULS_OXIM_SAT_O2^MDC", "97", "%"));
        return List.of(
                again,
                again,
                // one value twice, two values for one instant, a duplicate of another row
                oru("2", obx(1, hr, "84~84", "/min"), obx(2, hr, "84", "/min")),
                oru("3", obx(1, hr, "85~86", "/min")),
                // what cannot be used
                oru(
                        "4",
                        obx(1, "777777^OWN^99MON", "1", "/min"),
                        obx(2, hr, "80", "mL"),
                        obx(3, hr, "LEAD OFF", "/min").replace("|NM|", "|ST|"),
                        obx(4, hr, "", "/min"),
                        obx(5, "131329^MDC_ECG_ELEC_POTL_I^MDC", "1^2^3^4", "mV")
                                .replace("|NM|", "|NA|"),
                        obx(6, "150344^MDC_TEMP^MDC", "98.6", "[degF]")),
                oru("5", obx(1, hr, "87", "/min")).replaceAll("OBR\\|1\\|\\|\\|1\\^vitals\\|\\|\\|[0-9+]*", "OBR|1"),
                // rejected further on
                oru("6", obx(1, hr, "900", "/min")),
                // training, a retraction of a reported value, and of one that was never reported
                oru("7", obx(1, hr, "88", "/min")).replace("|P|2.6", "|T|2.6"),
                oru("1r", obx(1, hr, "83", "/min").replace("|||||R", "|||||W")),
                oru("8", obx(1, "777778^OTHER^99MON", "1~2~3", "/min").replace("|||||R", "|||||W")),
                // no bed, no patient
                oru("9", obx(1, hr, "89", "/min")).replace("REA^^03", ""),
                // an alarm has no readings
                oru("10", obx(1, "196648^MDC_EVT_HI^MDC", "HR high", "")).replace("ORU^R01^ORU_R01", "ORU^R40^ORU_R40"),
                // not ours, and no message at all
                oru("11", obx(1, "777777^OWN^99MON", "1", ""), obx(2, hr, "", ""))
                        .replace("ORU^R01^ORU_R01", "VXU^V04"),
                "PID|no header\r" + obx(1, hr, "90", "/min") + obx(2, hr, "91", "/min") + obx(3, hr, "92", "/min"));
    }

    String oru(String id, String... rows) {
        return "MSH|^~\\&|MON|ICU|||" + HL7.format(now) + "||ORU^R01^ORU_R01|" + id + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\rOBR|1|||1^vitals|||" + HL7.format(now) + "\r"
                + String.join("", rows);
    }

    static String obx(int number, String code, String value, String unit) {
        return "OBX|" + number + "|NM|" + code + "|1.1.1." + number + "|" + value + "|" + unit + "|||||R\r";
    }

    List<String> fhirCorpus() {
        String pressure = "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8480-6\"}]},"
                + "\"valueQuantity\":{\"value\":120,\"code\":\"mm[Hg]\",\"system\":\"http://unitsofmeasure.org\"}}";
        String absent = "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8462-4\"}]},"
                + "\"dataAbsentReason\":{\"coding\":[{\"code\":\"error\"}]}}";
        String at = ",\"effectiveDateTime\":\"" + now + "\"";
        String sampled = "\"valueSampledData\":{\"origin\":{\"value\":0,\"code\":\"mV\"},\"period\":4,\"dimensions\":1,"
                + "\"data\":\"1 2 3 4\"}";
        String trend =
                "\"valueSampledData\":{\"origin\":{\"value\":0,\"code\":\"/min\",\"system\":\"http://unitsofmeasure.org\"},"
                        + "\"period\":1000,\"dimensions\":1,\"data\":\"80 81\"}";
        return List.of(
                observation("8867-4", quantity(80, "/min") + at),
                observation("85354-9", "\"component\":[" + pressure + "," + absent + "]" + at),
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                        + String.join(
                                ",",
                                entry(observation("8867-4", sampled + at)),
                                entry(observation("8867-4", trend + at)),
                                entry(observation("99999-9", quantity(1, "/min") + at)),
                                entry(observation("8867-4", quantity(82, "/min"))))
                        + "]}",
                observation("8867-4", quantity(80, "/min") + at).replace("final", "entered-in-error"),
                observation("8867-4", quantity(83, "/min") + at).replace("\"status\":\"final\",", ""),
                "{\"resourceType\":",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                        + entry(observation("8867-4", quantity(84, "/min") + at)) + ","
                        + entry(observation("8867-4", quantity(85, "/min") + at).replace("\"status\":\"final\",", ""))
                        + "]}");
    }

    private static String entry(String resource) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}";
    }

    private static String observation(String loinc, String rest) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":"
                + "\"http://loinc.org\",\"code\":\"" + loinc + "\"}]}," + rest + "}";
    }

    private static String quantity(double value, String unit) {
        return "\"valueQuantity\":{\"value\":" + value + ",\"code\":\"" + unit
                + "\",\"system\":\"http://unitsofmeasure.org\"}";
    }

    List<String> mqttCorpus() {
        long millis = now.toEpochMilli();
        List<String> corpus = new ArrayList<>(List.of(
                batch(
                        "1",
                        Long.toString(millis),
                        "{\"variable\":\"hr\",\"value\":80},{\"variable\":\"hr\",\"value\":81},"
                                + "{\"variable\":\"temp\",\"value\":\"37\"},{\"code\":\"x-1\",\"value\":1},7"),
                batch("refused", Long.toString(millis), "\"not a list\"")
                        .replace("[", "")
                        .replace("]", ""),
                "{\"device\":"));
        for (String time : Set.of(
                Long.toString(millis / 1_000),
                millis + "000",
                "\"2026-11-28T19:15:00\"",
                "0",
                "-5",
                "\"" + millis + "\"",
                (millis / 1_000) + ".5",
                "{\"at\":" + millis + "}",
                "null",
                "true")) {
            corpus.add(batch("t" + time.hashCode(), time, "{\"variable\":\"temp\",\"value\":37.5}"));
        }
        return corpus;
    }

    private static String batch(String message, String time, String readings) {
        return "{\"device\":\"mon-81\",\"message\":\"" + message + "\",\"time\":" + time + ",\"readings\":[" + readings
                + "]}";
    }
}
