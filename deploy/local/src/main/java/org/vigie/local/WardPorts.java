package org.vigie.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Assigns a loopback port to each part: the apps' default ports, all moved by {@code offset}, so that two wards fit on one machine. */
record WardPorts(int offset) {
    private static final int MOST = 45_000;

    WardPorts {
        if (offset < 0 || offset > MOST) {
            throw new WardStartException("--port-offset: must lie in 0.." + MOST + ", was " + offset + ".");
        }
    }

    int station() {
        return 18_080 + offset;
    }

    int registry() {
        return 18_081 + offset;
    }

    int flink() {
        return 18_082 + offset;
    }

    int gatewayMllp() {
        return 18_084 + offset;
    }

    int gatewayFhir() {
        return 18_085 + offset;
    }

    int modelHttp() {
        return 18_000 + offset;
    }

    int modelGrpc() {
        return 18_001 + offset;
    }

    int storeHttp() {
        return 19_000 + offset;
    }

    int storePostgres() {
        return 18_812 + offset;
    }

    int monitoring() {
        return 18_089 + offset;
    }

    int broker() {
        return 19_092 + offset;
    }

    int controller() {
        return 19_093 + offset;
    }

    Map<String, Integer> byPart() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("station", station());
        ports.put("registry", registry());
        ports.put("Flink web UI", flink());
        ports.put("gateway (MLLP)", gatewayMllp());
        ports.put("gateway (FHIR)", gatewayFhir());
        ports.put("model server (HTTP)", modelHttp());
        ports.put("model server (gRPC)", modelGrpc());
        ports.put("store (HTTP)", storeHttp());
        ports.put("store (PostgreSQL)", storePostgres());
        ports.put("monitoring", monitoring());
        ports.put("broker", broker());
        ports.put("broker's controller", controller());
        return ports;
    }
}
