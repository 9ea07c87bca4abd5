describe Jobs::Migrations do
  it "upgrades" do
    migrate!(version: 11)
    expect(Jobs.db_version).to eq 11
    Jobs.migrate!(version: 10)
  end
end
