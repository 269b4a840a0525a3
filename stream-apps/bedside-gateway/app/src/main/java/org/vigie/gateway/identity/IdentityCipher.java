package org.vigie.gateway.identity;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts what names a patient. The name it is kept under is bound to it: sealed under one name it opens under no other. */
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

    /** @throws IllegalArgumentException when it was sealed under another name, with other keys, or was changed */
    public byte[] decrypt(byte[] sealed, String name) {
        try {
            return keys.decrypt(sealed, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed under '" + name + "' with these keys", e);
        }
    }
}
