package org.vigie.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** Signals that the registry gave no usable answer. The same record may be readable later. */
public final class RegistryUnavailableException extends RetriableException {
    RegistryUnavailableException(String asked, Exception cause) {
        super("REGISTRY_UNAVAILABLE: asked for " + asked + ": " + cause.getMessage(), cause);
    }
}
