package org.vigie.gateway.identity;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Encrypts data that identifies a patient. The name of a record is bound to its content: the content cannot be decrypted under another
 * name. What concerns one patient is encrypted with the key of that patient first.
 */
public final class IdentityCipher {
    private final Aead keys;
    private final PatientKeys patients;
    private final PseudonymGenerator pseudonyms;

    IdentityCipher(Aead keys, PatientKeys patients, PseudonymGenerator pseudonyms) {
        this.keys = keys;
        this.patients = patients;
        this.pseudonyms = pseudonyms;
    }

    /** Encrypts what concerns no single patient. */
    public byte[] encrypt(byte[] content, String name) {
        return sealed(keys, content, name);
    }

    /** Encrypts what concerns one patient. Without the key of the patient nobody can read it. */
    public byte[] encryptFor(String patient, byte[] content, String name) {
        byte[] own = sealed(patients.of(patient), content, name);
        return sealed(keys, new PatientEnvelope(patient, own).bytes(), name);
    }

    /** Encrypts what concerns the patient with this number, as {@link #encryptFor}. */
    public byte[] encryptForNumber(String number, byte[] content, String name) {
        return encryptFor(pseudonyms.patient(number).get(0), content, name);
    }

    /**
     * Decrypts the content of a record.
     *
     * @throws IllegalArgumentException when it was encrypted under another name or with other keys, was changed, or its patient was erased
     */
    public byte[] decrypt(byte[] sealed, String name) {
        byte[] content = opened(keys, sealed, name);
        Optional<PatientEnvelope> envelope = PatientEnvelope.of(content);
        return envelope.isEmpty()
                ? content
                : opened(key(envelope.get()), envelope.get().content(), name);
    }

    /**
     * Returns the pseudonym of the patient with whose key a record was encrypted; empty when the common key alone was used.
     *
     * @throws IllegalArgumentException as {@link #decrypt}, but not for a patient who was erased
     */
    public Optional<String> patientOf(byte[] sealed, String name) {
        return PatientEnvelope.of(opened(keys, sealed, name)).map(PatientEnvelope::patient);
    }

    private Aead key(PatientEnvelope envelope) {
        return patients.existing(envelope.patient())
                .orElseThrow(() -> new IllegalArgumentException("the key of its patient was destroyed"));
    }

    private static byte[] sealed(Aead keys, byte[] content, String name) {
        try {
            return keys.encrypt(content, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: nothing can be sealed", e);
        }
    }

    private static byte[] opened(Aead keys, byte[] sealed, String name) {
        try {
            return keys.decrypt(sealed, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed under '" + name + "' with these keys", e);
        }
    }
}
