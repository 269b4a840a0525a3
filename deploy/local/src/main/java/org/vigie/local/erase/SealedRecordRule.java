package org.vigie.local.erase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Removes sealed identities, messages and quarantined messages of the patient. A message that names several patients goes, too: its readings
 * stand in the topics of the others.
 *
 * @param patient who is erased
 * @param cipher opens what was sealed with the common key
 */
record SealedRecordRule<V extends SpecificRecord>(ErasedPatient patient, IdentityCipher cipher, Deserializer<V> values)
        implements RecordRule {
    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        boolean isOfPatient = patient.isNamedIn(record.key())
                || patient.isNamedIn(record.value())
                || read(record).filter(this::concernsPatient).isPresent();
        return isOfPatient ? RecordFate.REMOVED : RecordFate.KEPT;
    }

    private Optional<V> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(record.value()).map(value -> values.deserialize(record.topic(), value));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    private boolean concernsPatient(V value) {
        if (value instanceof Sealed sealed) {
            return isOf(bytes(sealed.getContent()), sealed.getName());
        }
        return value instanceof Quarantined quarantined
                && quarantined.getKey() != null
                && quarantined.getValue() != null
                && isQuarantinedOf(bytes(quarantined.getValue()), text(quarantined.getKey()));
    }

    /** A quarantined record of another app is not sealed. */
    private boolean isQuarantinedOf(byte[] content, String name) {
        return isOf(content, name) || patient.isNamedIn(content) || namesNumber(content);
    }

    private boolean isOf(byte[] content, String name) {
        try {
            return cipher.patientOf(content, name)
                    .map(patient.pseudonyms()::contains)
                    .orElseGet(() -> namesNumber(cipher.decrypt(content, name)));
        } catch (IllegalArgumentException e) {
            return false; // sealed with the keys of another gateway, or not sealed
        }
    }

    /** The number of another patient may hold this one: no letter and no digit stands beside a whole number. */
    private boolean namesNumber(byte[] content) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(patient.number()) + "(?![\\p{L}\\p{N}])")
                .matcher(new String(content, StandardCharsets.ISO_8859_1))
                .find();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer buffer) {
        return new String(bytes(buffer), StandardCharsets.UTF_8);
    }
}
