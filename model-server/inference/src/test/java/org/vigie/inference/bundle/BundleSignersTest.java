package org.vigie.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSignersTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1");

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private KeyPair signer;

    @BeforeEach
    void signACopyOfTheShippedBundle() throws Exception {
        signer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        for (String file : new String[] {ModelBundle.SAVED_MODEL, ModelBundle.CARD}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
        sign(signer);
    }

    @Test
    void aBundleThatAnAcceptedKeySignedIsServed() throws Exception {
        // given
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        BundleSigners signers = BundleSigners.read(pem(other, signer));

        // then
        assertThat(signers.keys()).hasSize(2);
        assertThatCode(() -> signers.check(ModelBundle.open(folder))).doesNotThrowAnyException();
    }

    @Test
    void aBundleThatSomebodyElseSignedIsRefused() throws Exception {
        // given
        BundleSigners signers = BundleSigners.read(pem(signer));

        // when
        sign(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());

        // then
        assertUnsigned(signers, "is of none of the signers");
    }

    @Test
    void aCardThatChangedAfterItsSignatureIsRefused() throws Exception {
        // given
        BundleSigners signers = BundleSigners.read(pem(signer));

        // when
        Files.writeString(folder.resolve(ModelBundle.CARD), "\n", StandardOpenOption.APPEND);

        // then
        assertUnsigned(signers, "is of none of the signers");
    }

    @Test
    void aBundleWithoutASignatureIsRefused() throws Exception {
        // given
        BundleSigners signers = BundleSigners.read(pem(signer));

        // when
        Files.delete(folder.resolve(BundleSigners.SIGNATURE));

        // then
        assertUnsigned(signers, "model-card.sig must hold the signature of the card");
    }

    @Test
    void aFileWithoutKeysIsRefusedByName() throws IOException {
        // given
        Path empty = Files.writeString(keys.resolve("signers.pem"), "no key");

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BundleSigners.read(empty))
                .withMessageContaining("signers.pem: must hold public keys");
    }

    private void sign(KeyPair by) throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(Files.readAllBytes(folder.resolve(ModelBundle.CARD)));
        Files.write(folder.resolve(BundleSigners.SIGNATURE), signature.sign());
    }

    private Path pem(KeyPair... pairs) throws IOException {
        StringBuilder pem = new StringBuilder();
        for (KeyPair pair : pairs) {
            pem.append("-----BEGIN PUBLIC KEY-----\n")
                    .append(Base64.getMimeEncoder()
                            .encodeToString(pair.getPublic().getEncoded()))
                    .append("\n-----END PUBLIC KEY-----\n");
        }
        return Files.writeString(keys.resolve("signers.pem"), pem.toString());
    }

    private void assertUnsigned(BundleSigners signers, String problem) {
        assertThatThrownBy(() -> signers.check(ModelBundle.open(folder)))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ModelException.ModelErrorCode.UNSIGNED_BUNDLE))
                .hasMessageContaining(problem);
    }
}
