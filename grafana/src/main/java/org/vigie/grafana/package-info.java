/** Generates Grafana's dashboards, alert rules and provisioning files from one panel model, for two stores and two languages. */
package org.vigie.grafana;
