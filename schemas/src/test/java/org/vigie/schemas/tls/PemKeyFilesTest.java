package org.vigie.schemas.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.InvalidKeySpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemKeyFilesTest {
    @TempDir
    Path folder;

    @Test
    void aKeyInPkcs1IsNamedWithTheWayToConvertIt() throws IOException {
        // then
        assertRefused(block("RSA PRIVATE KEY"), "found BEGIN RSA PRIVATE KEY; ");
    }

    @Test
    void everyBlockOfTheFileIsNamed() throws IOException {
        // then
        assertRefused(
                block("EC PARAMETERS") + block("EC PRIVATE KEY"), "found BEGIN EC PARAMETERS, BEGIN EC PRIVATE KEY; ");
        assertRefused(block("ENCRYPTED PRIVATE KEY"), "found BEGIN ENCRYPTED PRIVATE KEY; ");
    }

    @Test
    void aFileWithoutAKeyIsSaidToHoldNone() throws IOException {
        // then
        assertRefused("MC4CAQAwBQ", "found no PEM block; ");
    }

    private void assertRefused(String text, String found) throws IOException {
        Path key = Files.writeString(folder.resolve("tls.key"), text);
        assertThatThrownBy(() -> new PemKeyFiles(folder.resolve("tls.crt"), key).keyStore(new char[0]))
                .isInstanceOf(InvalidKeySpecException.class)
                .hasMessage(
                        key + ": must hold BEGIN PRIVATE KEY to END PRIVATE KEY (PKCS#8 without a password), " + found
                                + "convert the key with openssl pkcs8 -topk8 -nocrypt,"
                                + " or set privateKey.encoding: PKCS8 in cert-manager's Certificate");
    }

    private static String block(String kind) {
        return "-----BEGIN " + kind + "-----\nMC4CAQAwBQ==\n-----END " + kind + "-----\n";
    }
}
