package org.vigie.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.vigie.local.identity.FoundIdentities;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Sends HL7 messages of a patient with a name, an address and numbers to the gateway of a ward, and searches for them afterwards.
 *
 * @param offset of the ward's ports
 */
record IdentifiedPatient(int offset) {
    static final String NUMBER = "77310452";

    private static final List<String> IDENTITIES = List.of(
            "Quatrefages",
            "Philibertine",
            "77310452",
            "19430617",
            "12 rue des Capucines",
            "0655443322",
            "Quatrefages^Philibertine");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ").withZone(ZoneOffset.UTC);

    /** Admits the patient, measures a heart rate, and raises an alarm whose text names the patient. */
    void admitAndMeasure() throws IOException {
        String now = STAMP.format(Instant.now());
        try (var monitor = new Socket(InetAddress.getLoopbackAddress(), new WardPorts(offset).gatewayMllp())) {
            send(
                    monitor,
                    "MSH|^~\\&|ADT|HOP|||" + now + "||ADT^A01^ADT_A01|id-1|P|2.6\rEVN||" + now + "\r" + person()
                            + "PV1||I|USC^^77|||||||||||||||77310452^^^HOP^VN\r");
            send(
                    monitor,
                    "MSH|^~\\&|MON|ICU|||" + now + "||ORU^R01^ORU_R01|id-2|P|2.6\r" + person()
                            + "PV1||I|USC^^77\rOBR|1|||1^vitals|||" + now + "\r"
                            + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|83|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||F\r"
                            + "OBX|2|NM|99123^Philibertine Quatrefages^99HOP|1.1.1.2|1|1|||||F\r");
        }
    }

    /** Discharges the patient. */
    void discharge() throws IOException {
        String now = STAMP.format(Instant.now());
        try (var monitor = new Socket(InetAddress.getLoopbackAddress(), new WardPorts(offset).gatewayMllp())) {
            send(
                    monitor,
                    "MSH|^~\\&|ADT|HOP|||" + now + "||ADT^A03^ADT_A03|id-3|P|2.6\rEVN||" + now + "\r" + person()
                            + "PV1||I|USC^^77|||||||||||||||" + NUMBER + "^^^HOP^VN\r");
        }
    }

    /** Returns the names and the birth date, one on each line. */
    static String list() {
        return String.join("\n", IDENTITIES);
    }

    private static String person() {
        return "PID|||77310452^^^HOP^PI||Quatrefages^Philibertine||19430617|F|||12 rue des Capucines^^PARIS^^75002||0655443322\r";
    }

    private static void send(Socket monitor, String message) throws IOException {
        monitor.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        monitor.getOutputStream().flush();
        StringBuilder answer = new StringBuilder();
        for (int next = monitor.getInputStream().read(); next >= 0 && next != 0x1c; ) {
            answer.append((char) next);
            next = monitor.getInputStream().read();
        }
        if (!answer.toString().contains("MSA|AA|")) {
            throw new AssertionError("not taken: " + answer);
        }
    }

    /** Returns each topic that holds the name of the patient's bed, which is no identity. */
    List<String> topicsOfBed(KafkaConnectionConfig kafka) {
        return FoundIdentities.in(kafka, List.of("USC/77"));
    }

    /** Returns each page of metrics and health that holds an identity. */
    List<String> foundOnPages() throws IOException {
        URI monitoring = URI.create("http://127.0.0.1:" + new WardPorts(offset).monitoring());
        return FoundIdentities.on(
                List.of(monitoring.resolve("/metrics"), monitoring.resolve("/health/live")), IDENTITIES);
    }

    /** Returns each topic that holds an identity. */
    List<String> foundIn(KafkaConnectionConfig kafka) {
        return FoundIdentities.in(kafka, IDENTITIES);
    }

    /** Returns each file below a folder that holds an identity. */
    List<String> foundBelow(Path folder) throws IOException {
        return FoundIdentities.below(folder, IDENTITIES);
    }
}
