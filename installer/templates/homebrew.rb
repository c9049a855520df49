cask "syncdesk" do
  version "{version}"
  sha256 "{macos_sha256}"
  url "{download}/syncdesk-#{{version}}-arm64.dmg"
  name "SyncDesk"
  desc "Brings the payments of accounting books into a job-management database"
  homepage "{project}"
  depends_on macos: ">= :monterey"
  app "SyncDesk.app"
  zap trash: ["~/Library/Application Support/SyncDesk", "~/Library/Logs/SyncDesk"]
end
