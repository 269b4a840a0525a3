package org.vigie.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredMessageDigestsTest {
    private final StoredMessageDigests digests = new StoredMessageDigests();

    @Test
    void aStoredMessageIsKnownAgain() {
        // when
        digests.add("a");

        // then
        assertThat(digests.contains("a")).isTrue();
        assertThat(digests.contains("b")).isFalse();
    }

    @Test
    void theOldestDigestIsDroppedFirst() {
        // when
        for (int number = 0; number <= 20_000; number++) {
            digests.add(Integer.toString(number));
        }

        // then
        assertThat(digests.contains("0")).isFalse();
        assertThat(digests.contains("1")).isTrue();
        assertThat(digests.contains("20000")).isTrue();
    }
}
