package org.vigie.platform.state;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a {@link StatePartStore}. It has a changelog topic of the store's name unless logging is disabled.
 *
 * @param <V> type of the parts
 */
public final class StatePartStoreBuilder<V> implements StoreBuilder<StatePartStore<V>> {
    private final String name;
    private final StateFormat<V> format;
    private Map<String, String> logConfig = Map.of();
    private boolean logged = true;

    public StatePartStoreBuilder(String name, StateFormat<V> format) {
        this.name = name;
        this.format = format;
    }

    /** Changes nothing: the store always holds its parts in memory. */
    @Override
    public StatePartStoreBuilder<V> withCachingEnabled() {
        return this;
    }

    /** Changes nothing: the store always holds its parts in memory. */
    @Override
    public StatePartStoreBuilder<V> withCachingDisabled() {
        return this;
    }

    @Override
    public StatePartStoreBuilder<V> withLoggingEnabled(Map<String, String> config) {
        logged = true;
        logConfig = Map.copyOf(config);
        return this;
    }

    @Override
    public StatePartStoreBuilder<V> withLoggingDisabled() {
        logged = false;
        logConfig = Map.of();
        return this;
    }

    @Override
    public StatePartStore<V> build() {
        return new WriteBehindStore<>(name, format, logged);
    }

    @Override
    public Map<String, String> logConfig() {
        return logConfig;
    }

    @Override
    public boolean loggingEnabled() {
        return logged;
    }

    @Override
    public String name() {
        return name;
    }
}
