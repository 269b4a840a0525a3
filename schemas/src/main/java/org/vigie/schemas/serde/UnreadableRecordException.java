package org.vigie.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.QuarantineReason;

/** Signals that this record cannot be decoded, however often it is tried. Other records are not affected. */
public final class UnreadableRecordException extends SerializationException {
    private final QuarantineReason reason;

    UnreadableRecordException(QuarantineReason reason, String detail) {
        this(reason, detail, null);
    }

    UnreadableRecordException(QuarantineReason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public QuarantineReason reason() {
        return reason;
    }
}
