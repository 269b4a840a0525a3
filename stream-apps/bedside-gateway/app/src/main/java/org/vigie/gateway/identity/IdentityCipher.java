package org.vigie.gateway.identity;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts data that identifies a patient. The name of a record is bound to its content: the content cannot be decrypted under another
 * name.
 */
public final class IdentityCipher {
    private final Aead keys;

    IdentityCipher(Aead keys) {
        this.keys = keys;
    }

    public byte[] encrypt(byte[] content, String name) {
        try {
            return keys.encrypt(content, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: nothing can be sealed", e);
        }
    }

    /**
     * Decrypts the content of a record.
     *
     * @throws IllegalArgumentException when it was encrypted under another name or with other keys, or was changed
     */
    public byte[] decrypt(byte[] sealed, String name) {
        try {
            return keys.decrypt(sealed, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed under '" + name + "' with these keys", e);
        }
    }
}
