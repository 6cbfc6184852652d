// The history that a developer would have: fares on main, refunds on a branch of their own.
def git = { String... arguments ->
    def command = ["git", "-c", "user.name=example", "-c", "user.email=example@example.org"] + arguments.toList()
    def process = command.execute(null, basedir)
    def output = process.text
    assert process.waitFor() == 0 : "${command}: ${output} ${process.err.text}"
}
new File(basedir, ".git").deleteDir()
git("init", "-q", "-b", "main")
git("add", "-A")
git("reset", "-q", "--", "src/main/java/com/acme/fares/RefundService.java", "src/test/java/com/acme/fares/RefundServiceTest.java")
git("commit", "-q", "-m", "Fares")
git("checkout", "-q", "-b", "refunds")
git("add", "-A")
git("commit", "-q", "-m", "Refunds")
return true
