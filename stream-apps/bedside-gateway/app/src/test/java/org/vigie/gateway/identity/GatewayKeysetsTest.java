package org.vigie.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayKeysetsTest {
    private static final byte[] NAME = "ORMEAU".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void theSameNumberHasTheSamePseudonymAfterARestart() {
        // when
        String before =
                GatewayKeysets.load(directory).pseudonyms().patient("4410077").get(0);

        // then
        assertThat(GatewayKeysets.load(directory).pseudonyms().patient("4410077"))
                .containsExactly(before);
        assertThat(before).matches("p-[0-9a-f]{24}").doesNotContain("4410077");
    }

    @Test
    void aPatientAndAStayOfTheSameNumberHaveDifferentPseudonyms() {
        // when
        PseudonymGenerator pseudonyms = GatewayKeysets.load(directory).pseudonyms();

        // then
        assertThat(pseudonyms.stay("7").get(0).substring(2))
                .isNotEqualTo(pseudonyms.patient("7").get(0).substring(2));
    }

    @Test
    void otherKeysGiveOtherPseudonyms(@TempDir Path other) {
        assertThat(GatewayKeysets.load(other).pseudonyms().patient("7"))
                .isNotEqualTo(GatewayKeysets.load(directory).pseudonyms().patient("7"));
    }

    @Test
    void renewedKeysStillKnowTheOldPseudonymAndOpenWhatWasSealed() {
        // given
        String before = GatewayKeysets.load(directory).pseudonyms().patient("7").get(0);
        byte[] sealed = GatewayKeysets.load(directory).seal().encrypt(NAME, before);

        // when
        GatewayKeysets.rotate(directory);

        // then
        GatewayKeysets renewed = GatewayKeysets.load(directory);
        assertThat(renewed.pseudonyms().patient("7")).hasSize(2).last().isEqualTo(before);
        assertThat(renewed.seal().decrypt(sealed, before)).isEqualTo(NAME);
    }

    @Test
    void whatIsSealedUnderOneNameOpensUnderNoOther() {
        // given
        IdentityCipher cipher = GatewayKeysets.load(directory).seal();
        byte[] sealed = cipher.encrypt(NAME, "p-1");

        // when, then
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ORMEAU");
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt(sealed, "p-2"));
    }

    @Test
    void onlyTheOwnerMayReadTheKeys() throws IOException {
        // when
        GatewayKeysets.load(directory);

        // then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("pseudonyms.json"))))
                .isEqualTo("rw-------");
    }
}
