package org.vigie.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.gateway.canary.CanaryConfig;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.fhir.rest.FhirEndpointConfig;
import org.vigie.gateway.mllp.MllpConfig;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Configures the gateway of the local ward. It sends the canary patients; a gateway of the user listens on its own ports beside it.
 *
 * @param keys folder of the gateway's secret keys
 * @param access which programs its FHIR endpoint answers
 */
record LocalGatewayConfig(KafkaConnectionConfig kafka, Path keys, ProgramAccessConfig access, WardPorts ports) {
    GatewayConfig toConfig() {
        GatewayConfig ordinary = GatewayConfig.defaults();
        return new GatewayConfig(
                        kafka,
                        mllp(ordinary.mllp()),
                        fhir(ordinary.fhir()),
                        ordinary.mqtt(),
                        keys,
                        ordinary.zone(),
                        ordinary.senders(),
                        ordinary.beds(),
                        ordinary.delivery())
                .withCanary(CanaryConfig.eachSecond());
    }

    private MllpConfig mllp(MllpConfig ordinary) {
        return new MllpConfig(
                ordinary.host(),
                ports.gatewayMllp(),
                ordinary.maxFrameBytes(),
                ordinary.maxConnections(),
                ordinary.idle(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private FhirEndpointConfig fhir(FhirEndpointConfig ordinary) {
        return new FhirEndpointConfig(
                ordinary.host(),
                ports.gatewayFhir(),
                List.of(),
                Optional.empty(),
                access.tokens(),
                ordinary.maxBodyBytes(),
                ordinary.zone());
    }
}
