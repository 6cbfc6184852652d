package dev.andon.internal.frameworks;

import java.util.List;

/** What a clock or an operator starts: scheduled methods, and jobs of Quartz, Spring Batch, Jakarta Batch, JobRunr and others. */
final class ScheduledJobs implements Framework {

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation("org\\.springframework\\.scheduling\\.annotation\\.Schedule[ds]"),
                EntryPointSign.annotation("(?:io\\.quarkus\\.scheduler|io\\.micronaut\\.scheduling\\.annotation)"
                        + "\\.Scheduled(?:\\$Schedules)?|io\\.micronaut\\.scheduling\\.annotation\\.Schedules"),
                EntryPointSign.annotation("(?:jakarta|javax)\\.ejb\\.(?:Schedules?|Timeout)"),
                EntryPointSign.annotation("io\\.helidon\\.(?:microprofile\\.)?scheduling\\..*"),
                EntryPointSign.type(
                        "org\\.quartz\\.(?:Job|StatefulJob|InterruptableJob|JobDetail)"
                                + "|org\\.springframework\\.scheduling\\.quartz\\.(?:QuartzJobBean|\\w*JobDetailFactoryBean)",
                        "Quartz job"),
                EntryPointSign.type(
                        "org\\.springframework\\.batch\\.core\\.(?:\\w+\\.)*(?:Job|Step|Tasklet)", "Spring Batch job"),
                EntryPointSign.type(
                        "(?:jakarta|javax)\\.batch\\.api\\..*(?:Batchlet|ItemReader|ItemWriter)", "batch job"),
                EntryPointSign.annotation("org\\.jobrunr\\.(?:jobs|spring|scheduling)\\..*"),
                EntryPointSign.type("org\\.jobrunr\\.jobs\\.lambdas\\.JobRequestHandler", "JobRunr job"),
                EntryPointSign.annotation("com\\.xxl\\.job\\.core\\.handler\\.annotation\\.XxlJob"),
                EntryPointSign.type(
                        "com\\.github\\.kagkarlsson\\.scheduler\\.task\\.(?:\\w+\\.)*\\w*(?:Task|ExecutionHandler)",
                        "db-scheduler task"),
                EntryPointSign.type("io\\.dropwizard\\.servlets\\.tasks\\.\\w*Task", "Dropwizard task"));
    }
}
