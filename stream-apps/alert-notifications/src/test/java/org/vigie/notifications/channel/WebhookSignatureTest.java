package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests the signature against published vectors. */
class WebhookSignatureTest {
    /** RFC 4231, test case 2. */
    @Test
    void isTheStandardsOwn() {
        assertThat(WebhookSignature.of("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
