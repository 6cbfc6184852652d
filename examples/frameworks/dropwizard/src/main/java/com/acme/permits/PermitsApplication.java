package com.acme.permits;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jdbi3.JdbiFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;

public class PermitsApplication extends Application<PermitsConfiguration> {

    public static void main(String[] arguments) throws Exception {
        new PermitsApplication().run(arguments);
    }

    @Override
    public void run(PermitsConfiguration configuration, Environment environment) {
        Jdbi database = new JdbiFactory().build(environment, configuration.database(), "permits");
        String schema = ClasspathSqlLocator.create().getResource(getClass().getClassLoader(), "schema.sql");
        database.useHandle(handle -> handle.createScript(schema).execute());
        PermitStore permits = database.onDemand(PermitStore.class);
        environment.jersey().register(new PermitResource(permits));
        environment.jersey().register(new ZoneResource(permits));
    }
}
