package org.vigie.gateway.mqtt;

import java.util.Optional;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.QuarantineReason;

/**
 * Holds the content of a payload.
 *
 * @param device who sent it; empty when it is not given
 * @param messageId the same when the same payload is sent again
 * @param readings how many readings it holds; they are counted before the batch is interpreted
 * @param refusal why the payload is refused; empty when it is taken
 */
record BatchReadResult(
        String device, String messageId, int readings, MessageOutcome outcome, Optional<QuarantineReason> refusal) {
    BatchReadResult holding(int all) {
        return new BatchReadResult(device, messageId, all, outcome, refusal);
    }

    boolean isRefused() {
        return refusal.isPresent();
    }
}
