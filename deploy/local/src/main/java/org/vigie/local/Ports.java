package org.vigie.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where each part listens on loopback: ten neighbouring ports from {@code first}. */
record Ports(int first) {
    static final int DEFAULT_FIRST = 18080;
    private static final int COUNT = 9;

    Ports {
        if (first < 1024 || first > 65_535 - COUNT) {
            throw new CannotStart("--port: must be between 1024 and " + (65_535 - COUNT) + ", was " + first + ".");
        }
    }

    int station() {
        return first;
    }

    int registry() {
        return first + 1;
    }

    int flink() {
        return first + 2;
    }

    int modelHttp() {
        return first + 3;
    }

    int modelGrpc() {
        return first + 4;
    }

    int storeHttp() {
        return first + 5;
    }

    int storePostgres() {
        return first + 6;
    }

    int broker() {
        return first + 7;
    }

    int controller() {
        return first + 8;
    }

    Map<String, Integer> byPart() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("station", station());
        ports.put("registry", registry());
        ports.put("Flink web UI", flink());
        ports.put("model server HTTP", modelHttp());
        ports.put("model server gRPC", modelGrpc());
        ports.put("store HTTP", storeHttp());
        ports.put("store PostgreSQL", storePostgres());
        ports.put("broker", broker());
        ports.put("broker controller", controller());
        return ports;
    }
}
