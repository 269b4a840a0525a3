package org.vigie.local.erase;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the patient out of the state of a Streams app. The state of a stay is removed. In the state of a bed, each pseudonym becomes a random
 * one of the same length that stands nowhere else: the codec of the app can still read it.
 */
final class ChangelogRule implements RecordRule {
    private static final int PREFIX = 2;

    private final ErasedPatient patient;
    private final Map<String, String> replacements = new HashMap<>();

    ChangelogRule(ErasedPatient patient) {
        this.patient = patient;
        var random = new SecureRandom();
        patient.pseudonyms().forEach(name -> replacements.put(name, random(name, random)));
        patient.stays().forEach(name -> replacements.put(name, random(name, random)));
    }

    private static String random(String name, SecureRandom random) {
        byte[] bytes = new byte[(name.length() + 1) / 2];
        random.nextBytes(bytes);
        return name.substring(0, PREFIX) + HexFormat.of().formatHex(bytes).substring(0, name.length() - PREFIX);
    }

    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        if (patient.isNamedIn(record.key())) {
            return RecordFate.REMOVED;
        }
        return patient.isNamedIn(record.value()) ? RecordFate.replacedBy(renamed(record.value())) : RecordFate.KEPT;
    }

    private byte[] renamed(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> name : replacements.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
