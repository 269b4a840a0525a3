package org.vigie.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The registry gave no usable answer; the same record may be good a moment later. */
public final class RegistryUnavailableException extends RetriableException {
    RegistryUnavailableException(String asked, Exception cause) {
        super("REGISTRY_UNAVAILABLE: asked for " + asked + ": " + cause.getMessage(), cause);
    }
}
