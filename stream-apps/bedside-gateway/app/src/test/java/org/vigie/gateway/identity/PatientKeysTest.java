package org.vigie.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientKeysTest {
    private static final String ONE = "p-0123456789abcdef01234567";
    private static final String OTHER = "p-76543210fedcba9876543210";
    private static final byte[] NAME = "ORMEAU^JEANNE".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private GatewayKeysets keys;

    @BeforeEach
    void load() {
        keys = GatewayKeysets.load(directory);
    }

    @Test
    void whatWasSealedForAPatientIsReadWithTheKeysOfTheGateway() {
        // when
        byte[] sealed = keys.seal().encryptFor(ONE, NAME, "record-1");

        // then
        assertThat(GatewayKeysets.load(directory).seal().decrypt(sealed, "record-1"))
                .isEqualTo(NAME);
        assertThat(keys.seal().patientOf(sealed, "record-1")).contains(ONE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ORMEAU", ONE);
    }

    @Test
    void afterThePatientsKeyIsDestroyedNobodyReadsItAndOthersAreReadOn() {
        // given
        byte[] sealed = keys.seal().encryptFor(ONE, NAME, "record-1");
        byte[] others = keys.seal().encryptFor(OTHER, NAME, "record-2");
        byte[] common = keys.seal().encrypt(NAME, "record-3");

        // when
        boolean destroyed = GatewayKeysets.load(directory).patients().destroy(ONE);

        // then
        assertThat(destroyed).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.seal().decrypt(sealed, "record-1"))
                .withMessageContaining("the key of its patient was destroyed");
        assertThat(keys.seal().decrypt(others, "record-2")).isEqualTo(NAME);
        assertThat(keys.seal().decrypt(common, "record-3")).isEqualTo(NAME);
    }

    @Test
    void aPatientWhoComesAgainGetsAnotherKeyThatOpensNothingOfBefore() {
        // given
        byte[] before = keys.seal().encryptFor(ONE, NAME, "record-1");
        keys.patients().destroy(ONE);

        // when
        byte[] after = keys.seal().encryptFor(ONE, NAME, "record-2");

        // then
        assertThat(keys.seal().decrypt(after, "record-2")).isEqualTo(NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> keys.seal().decrypt(before, "record-1"));
    }

    @Test
    void aKeyIsReadableByItsOwnerAlone() throws IOException {
        // when
        var unused = keys.seal().encryptFor(ONE, NAME, "record-1");

        // then
        Path file = directory.resolve("patients").resolve(ONE + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPseudonymThatIsAPathIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.patients().destroy("../seal"))
                .withMessageContaining("patient: must be a pseudonym");
    }

    @Test
    void aFolderWithoutKeysIsNotTakenForAnErasure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatewayKeysets.existing(directory.resolve("elsewhere")))
                .withMessageContaining("keys: must be the folder of a gateway's keys");
    }
}
