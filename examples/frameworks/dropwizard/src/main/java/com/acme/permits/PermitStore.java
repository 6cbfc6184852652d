package com.acme.permits;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Permit.class)
public interface PermitStore {

    @SqlQuery("select plate, zone, valid_until from permit where plate = :plate")
    Optional<Permit> find(String plate);

    @SqlQuery("select count(*) from permit where zone = :zone and valid_until >= current_date")
    int countValid(String zone);

    @SqlUpdate("insert into permit values (:plate, :zone, :validUntil) on conflict do nothing")
    int add(@BindMethods Permit permit);
}
