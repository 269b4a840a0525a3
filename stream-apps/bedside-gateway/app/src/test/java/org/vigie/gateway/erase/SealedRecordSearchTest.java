package org.vigie.gateway.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.schemas.Sealed;

class SealedRecordSearchTest {
    private static final String NUMBER = "4410077";
    private static final byte[] MESSAGE = "PID|||4410077||ORMEAU".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private GatewayKeysets keys;
    private List<String> pseudonyms;

    @BeforeEach
    void load() {
        keys = GatewayKeysets.load(directory);
        pseudonyms = keys.pseudonyms().patient(NUMBER);
    }

    @Test
    void beforeTheErasureTheRecordsOfThePatientAreReadable() {
        // given
        Sealed sealed = sealed(keys.seal().encryptFor(pseudonyms.get(0), MESSAGE, "m1"));

        // when
        SealedRecordSearch search = search(sealed);

        // then
        assertThat(search.readable()).isEqualTo(1);
        assertThat(search.unreadable()).isZero();
    }

    @Test
    void afterTheErasureNoneIsReadable() {
        // given
        Sealed sealed = sealed(keys.seal().encryptFor(pseudonyms.get(0), MESSAGE, "m1"));

        // when
        keys.patients().destroy(pseudonyms.get(0));
        SealedRecordSearch search = search(sealed);

        // then
        assertThat(search.readable()).isZero();
        assertThat(search.unreadable()).isEqualTo(1);
    }

    @Test
    void aMessageUnderTheCommonKeyThatNamesThePatientIsSaidToBeReadable() {
        // given
        Sealed common = sealed(keys.seal().encrypt(MESSAGE, "m1"));
        Sealed others = sealed(keys.seal().encrypt(new byte[] {1, 2, 3}, "m1"));

        // when
        SealedRecordSearch search = search(common, others);

        // then
        assertThat(search.readable()).isEqualTo(1);
    }

    private SealedRecordSearch search(Sealed... records) {
        var search = new SealedRecordSearch(keys.seal(), NUMBER, pseudonyms);
        List.of(records).forEach(search::count);
        return search;
    }

    private static Sealed sealed(byte[] content) {
        return new Sealed("MON", "m1", ByteBuffer.wrap(content), Instant.EPOCH);
    }
}
